import type { Library } from "../../src/story/library.ts";

/** Address the library's site stands under, with a slash at its end; the library's own where the settings cannot be read. */
export function siteAddress(library?: Pick<Library, "settings">): string {
  const settings = library?.settings.value;
  if (!settings) return "https://kubernetes-horror-stories.example/";
  return `${settings.site.replace(/\/$/, "")}${settings.base}`;
}
