import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

// Starlight as it comes, with the stories in its sidebar as its documentation proposes.
export default defineConfig({
  site: "https://kubernetes-horror-stories.example",
  integrations: [
    starlight({
      title: "Kubernetes Horror Stories",
      sidebar: [{ label: "Stories", items: [{ autogenerate: { directory: "stories" } }] }],
    }),
  ],
});
