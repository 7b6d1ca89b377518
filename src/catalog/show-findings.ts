import type { IncomingMessage, ServerResponse } from "node:http";
import { resolve, sep } from "node:path";
import type { AstroIntegration } from "astro";
import { contentFolder, loadLibrary } from "../story/load-library.ts";
import { findingsPage, findingsPanel } from "./findings-panel.ts";

/** Faults of the prose with which the compiler would end in an error of its own. */
const notCompiled =
  /^(?:prose-|code-in-prose|markup-not-allowed|component-unknown|image-not-allowed|link-unsafe|file-)/;

/**
 * Shows on the page of a story, while `astro dev` serves it, what `horror check` finds in it, and a page of findings alone
 * where the story cannot be shown yet. Pages load again when any file of content/ is saved. It stands between the
 * development server and the browser, so that there is nothing of it that a build could take along.
 */
export const showFindings: AstroIntegration = {
  name: "show-findings",
  hooks: {
    "astro:server:setup": async ({ server, logger }) => {
      const { runChecks } = await import("../checks/run-checks.ts");
      const { loadSchemas } = await import("../kube/schemas/load-schemas.ts");
      const root = contentFolder();
      const base = server.config.base.replace(/\/?$/, "/");
      server.watcher.add(root);
      server.watcher.on("all", (_event, path) => {
        if (path.startsWith(root + sep)) server.ws.send({ type: "full-reload" });
      });
      server.middlewares.use((request, response, next) => {
        const id = storyOf(request, base);
        if (id === undefined) return next();
        const library = loadLibrary(root);
        const folder = library.stories.find((story) => story.id === id && !story.template);
        if (!folder) return next();
        const within = resolve(folder.folder);
        const { findings } = runChecks(library, {
          schemas: loadSchemas(),
          wanted: (file) => resolve(file) === within || resolve(file).startsWith(within + sep),
        });
        const cannotBeShown =
          !folder.story?.facts ||
          findings.some(({ code, severity }) => severity === "error" && notCompiled.test(code));
        logger.debug(`${id}: ${findings.length} findings`);
        if (!cannotBeShown) {
          append(response, () => findingsPanel(findings, base));
          return next();
        }
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(findingsPage(id, findings, base));
      });
    },
  },
};

/** The story whose page a request asks for. */
function storyOf({ method, url = "" }: IncomingMessage, base: string): string | undefined {
  const { pathname } = new URL(url, "http://localhost");
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return method === "GET" ? /^stories\/([a-z0-9-]+)\/$/.exec(path)?.[1] : undefined;
}

/** Lets a text follow what is sent; a browser takes what follows a document into its body. */
function append(response: ServerResponse, text: () => string): void {
  const end = response.end.bind(response) as (chunk?: unknown) => ServerResponse;
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    response.removeHeader("Content-Length");
    return writeHead(...args);
  };
  response.end = ((chunk?: unknown) => {
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") response.write(chunk);
    return end(text());
  }) as ServerResponse["end"];
}
