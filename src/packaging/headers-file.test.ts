import { expect, test } from "vitest";
import { headersFile } from "./headers-file.ts";

test("says what every answer carries, and what is kept for ever, below the base path", () => {
  expect(headersFile("/a/b/", ["'sha256-x='"])).toMatchInlineSnapshot(`
    "/a/b/*
      Content-Security-Policy: script-src 'self' 'sha256-x='; connect-src 'self'; font-src 'self'; img-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'
      Cross-Origin-Opener-Policy: same-origin
      Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
      Referrer-Policy: strict-origin-when-cross-origin
      X-Content-Type-Options: nosniff

    /a/b/_astro/*
      Cache-Control: public, max-age=31536000, immutable

    /a/b/search-index/kept/*
      Cache-Control: public, max-age=31536000, immutable
    "
  `);
});

test("lets no script run that is not named", () => {
  expect(headersFile("/", [])).not.toMatch(/'unsafe-(?:inline|eval)'/);
  expect(headersFile("/", [])).toContain("script-src 'self';");
});
