import type { ScanFile, ScanOutcome, ScanReply, ScanRequest } from "./scan-messages.ts";

/** A scan that another one keeps waiting. */
interface WaitingScan {
  files: readonly ScanFile[];
  resolve(outcome: Promise<ScanOutcome | undefined> | undefined): void;
}

/**
 * The policy engine in a worker of its own. Nothing of it is fetched before the first scan. Of the scans asked for while
 * one runs, only the newest is made.
 */
export class ScanEngine {
  readonly #guardrails: string;
  #worker: Worker | undefined;
  #count = 0;
  #running = false;
  #waiting: WaitingScan | undefined;

  /** Takes the address of the file that holds every guardrail. */
  constructor(guardrails: string) {
    this.#guardrails = guardrails;
  }

  /** Scans files; undefined where a newer scan took this one's place. Throws where the engine cannot be loaded. */
  async scan(files: readonly ScanFile[]): Promise<ScanOutcome | undefined> {
    if (this.#running) {
      this.#waiting?.resolve(undefined);
      const { promise, resolve } = Promise.withResolvers<ScanOutcome | undefined>();
      this.#waiting = { files, resolve };
      return promise;
    }
    this.#running = true;
    try {
      return await this.#ask(files);
    } finally {
      this.#running = false;
      const next = this.#waiting;
      this.#waiting = undefined;
      next?.resolve(this.scan(next.files));
    }
  }

  #ask(files: readonly ScanFile[]): Promise<ScanOutcome> {
    this.#worker ??= new Worker(new URL("./scan-worker.ts", import.meta.url), { type: "module" });
    this.#count++;
    const worker = this.#worker;
    const request: ScanRequest = { id: this.#count, guardrails: this.#guardrails, files };
    const { promise, resolve, reject } = Promise.withResolvers<ScanOutcome>();
    worker.onmessage = ({ data }: MessageEvent<ScanReply>) => {
      if (data.id !== request.id) return;
      if ("outcome" in data) resolve(data.outcome);
      else reject(new Error(data.problem));
    };
    // The script could not be loaded, or broke: the next scan starts anew.
    worker.onerror = () => {
      worker.terminate();
      this.#worker = undefined;
      reject(new Error("the policy engine could not be loaded"));
    };
    worker.postMessage(request);
    return promise;
  }
}
