import { enableCompileCache } from "node:module";

// The process: arguments in, exit code out. Everything else is in commands/.

// Most of a short run is spent on reading the program itself; Node keeps what it made of it in the temporary folder.
enableCompileCache();
const { run } = await import("./commands/run.ts");
const { processStreams } = await import("./commands/streams.ts");

process.exitCode = await run(process.argv.slice(2), processStreams());
