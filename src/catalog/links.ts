/** The path the site is published under, with a slash at both ends. */
const base = import.meta.env.BASE_URL.endsWith("/")
  ? import.meta.env.BASE_URL
  : `${import.meta.env.BASE_URL}/`;

/** Address of a page or file of this site under its base path. Takes a path from the root: `/stories/`. */
export function href(path: string): string {
  return base + path.replace(/^\/+/, "");
}

/** The same with scheme and host, for feeds and metadata. */
export function absolute(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}
