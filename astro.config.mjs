import { satteri } from "@astrojs/markdown-satteri";
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";
import { highlightProse } from "./src/catalog/highlight-prose.ts";
import { loadExplanations } from "./src/catalog/load-explanations.ts";
import { loadProse } from "./src/catalog/load-prose.ts";
import { refuseUnsafeProse } from "./src/catalog/refuse-unsafe-prose.ts";
import { showFindings } from "./src/catalog/show-findings.ts";
import { loadLibrary } from "./src/story/load-library.ts";

const { settings } = loadLibrary();
if (!settings.value)
  throw new Error(`${settings.file} cannot be read; "npm run check" says what is wrong with it.`);

/**
 * A page names its script in its HTML, where each byte counts: without what Astro adds to tell scripts of one page apart,
 * which the hash does.
 * @param {{ name: string }} chunk
 */
const scriptName = ({ name }) =>
  `_astro/${name.replace(/\.astro_astro_type_script_.*$/, "").toLowerCase()}.[hash].js`;

// Wiring only. Site and base are the library's own settings; the environment overrides them for previews and tests.
export default defineConfig({
  site: process.env.HORROR_SITE ?? settings.value.site,
  base: process.env.HORROR_BASE ?? settings.value.base,
  trailingSlash: "always",
  integrations: [mdx(), showFindings],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { smartPunctuation: false },
      mdastPlugins: [refuseUnsafeProse],
      hastPlugins: [highlightProse],
    }),
  },
  build: { format: "directory", inlineStylesheets: "never" },
  compressHTML: true,
  devToolbar: { enabled: false },
  // Scripts and fonts are files of their own, so that they are kept for ever; src/packaging writes the policy that lets
  // a page run nothing else.
  vite: {
    plugins: [loadProse, loadExplanations],
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: scriptName } } } } },
  },
});
