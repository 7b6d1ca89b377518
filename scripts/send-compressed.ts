import { readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
};

const kept = new Map<string, Buffer>();

/**
 * Sends a text file of a folder, compressed as hosts do where the client accepts that, with the status the response has.
 * Gives whether it has; anything else is for the next one to answer.
 */
export function sendCompressed(folder: string, request: IncomingMessage, response: ServerResponse): boolean {
  const accepts = String(request.headers["accept-encoding"] ?? "");
  const encoding = accepts.includes("br") ? "br" : accepts.includes("gzip") ? "gzip" : undefined;
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
  const file = resolve(folder, `.${path.endsWith("/") ? join(path, "index.html") : path}`);
  const type = types[extname(file)];
  const found = statSync(file, { throwIfNoEntry: false });
  if (!type || !found?.isFile() || !file.startsWith(resolve(folder) + sep)) return false;
  const key = `${encoding} ${file} ${found.mtimeMs}`;
  const body = kept.get(key) ?? compress(readFileSync(file), encoding);
  kept.set(key, body);
  response.setHeader("content-type", type);
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("content-length", body.length);
  response.setHeader("vary", "accept-encoding");
  response.end(request.method === "HEAD" ? undefined : body);
  return true;
}

function compress(text: Buffer, encoding: "br" | "gzip" | undefined): Buffer {
  if (encoding === undefined) return text;
  return encoding === "gzip"
    ? gzipSync(text)
    : brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
