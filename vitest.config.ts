import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          setupFiles: ["tests/fail-on-console.ts"],
          // Unit tests change nothing that others see, so that modules are loaded once a worker and not once a file.
          isolate: false,
          maxWorkers: "100%",
          // No test measures time; a slow machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "across",
          include: ["tests/*.test.ts", "tests/!(browser|site)/**/*.test.ts"],
          setupFiles: ["tests/fail-on-console.ts"],
          maxWorkers: "100%",
          testTimeout: 60_000,
        },
      },
      {
        // These read the built site, so `npm run build` comes first.
        test: {
          name: "site",
          include: ["tests/site/**/*.test.ts", "tests/browser/**/*.test.ts"],
          setupFiles: ["tests/fail-on-console.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
