import { afterEach, beforeEach, expect, vi } from "vitest";

const methods = ["log", "info", "warn", "error", "debug", "trace"] as const;
let calls: unknown[][] = [];

beforeEach(() => {
  calls = [];
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      calls.push([method, ...args]);
    });
  }
});

// Output that nobody asked for is a fault: only scripts/ prints, and tests read what it returns.
afterEach(() => {
  const stray = calls;
  vi.restoreAllMocks();
  expect(stray, "console output in a test").toEqual([]);
});
