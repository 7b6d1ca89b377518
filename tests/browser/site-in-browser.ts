import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type FolderServer, serveFolder } from "../../scripts/serve-folder.ts";
import { dist } from "../site/built-site.ts";
import { launchBrowser } from "./browser.ts";

/** A page on the built site, and everything on it that went wrong. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Console errors and warnings, uncaught exceptions, refused loads. */
  problems: string[];
  /** Address of every request the page made. */
  requests: string[];
}

/** The built site, served, in a real browser. */
export interface SiteInBrowser {
  /** Address of the start page, with the base path. */
  url: string;
  /** Opens a page in a fresh context, by its path below the base. */
  visit(path: string, options?: Parameters<Browser["newContext"]>[0]): Promise<Visit>;
}

/** Serves the built site and starts a browser for the tests of a file; stops both afterwards. */
export function siteInBrowser(base = process.env["HORROR_BASE"] ?? "/", folder = dist): SiteInBrowser {
  let server: FolderServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    server = await serveFolder(folder, base);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get url() {
      return server?.url ?? "";
    },
    async visit(path, options) {
      if (!browser || !server) throw new Error("The browser has not started.");
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
      });
      page.on("pageerror", (error) => {
        // A busy Chromium gives up a view transition between two pages; the next page is shown all the same.
        if (!/^InvalidStateError: Transition was aborted/.test(String(error))) problems.push(String(error));
      });
      page.on("request", (request) => requests.push(request.url()));
      page.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText ?? "";
        // Leaving a page ends what it was still loading; that is nobody's fault.
        if (reason !== "net::ERR_ABORTED") problems.push(`${request.url()} ${reason}`);
      });
      await page.goto(new URL(path.replace(/^\//, ""), server.url).href, { waitUntil: "load" });
      return { page, context, problems, requests };
    },
  };
}
