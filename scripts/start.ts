import { loadLibrary } from "../src/story/load-library.ts";
import { serveFolder } from "./serve-folder.ts";

// Serves the built library until it is stopped; `npm start` builds it first.

const port = Number(process.env["PORT"] ?? 4321);
const base = process.env["HORROR_BASE"] ?? loadLibrary().settings.value?.base ?? "/";
try {
  const { url } = await serveFolder("dist", base, port);
  console.log(`The library is served on ${url} (stop with Ctrl+C).`);
} catch (cause) {
  if ((cause as NodeJS.ErrnoException).code !== "EADDRINUSE") throw cause;
  console.error(`Port ${port} is taken; stop what listens there, or choose another: PORT=4322 npm start`);
  process.exitCode = 2;
}
