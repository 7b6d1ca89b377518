import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";
import { forEver, keptForEver } from "../src/packaging/headers-file.ts";
import { readHeaders } from "./read-headers.ts";
import { sendCompressed } from "./send-compressed.ts";

/** A static server that is listening. */
export interface FolderServer {
  /** Address of the site's start page, with its base path. */
  url: string;
  /** Every path asked for, in order. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Serves a built site as a plain static host does: index.html for folders, 404.html for what is not there, text
 * compressed, the headers of the site's own file `_headers`, and what carries a hash in its name to be kept for ever.
 * Takes the folder, the base path the site was built for, and a port (0 picks a free one).
 * Throws where the port is taken.
 */
export async function serveFolder(folder: string, base = "/", port = 0): Promise<FolderServer> {
  const requests: string[] = [];
  const headers = readHeaders(folder);
  const plain = sirv(folder, { dev: true, etag: true });
  const files: typeof plain = (request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (keptForEver.some((kept) => request.url?.startsWith(`/${kept}/`)))
      response.setHeader("cache-control", forEver);
    if (!sendCompressed(folder, request, response)) plain(request, response, next);
  };
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    const missing = () => {
      request.url = "/404.html";
      response.statusCode = 404;
      files(request, response, () => {
        response.end("Not found");
      });
    };
    if (!path.startsWith(base)) {
      if (`${path}/` === base) {
        response.writeHead(301, { location: base }).end();
        return;
      }
      missing();
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://localhost:${address.port}${base}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
