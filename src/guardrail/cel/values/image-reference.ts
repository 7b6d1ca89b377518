import { CelOpaque } from "../cel-value.ts";

const defaultRegistry = "index.docker.io";

/** A container image reference in its parts; `tag` is empty where there is a digest. */
export class ImageReference extends CelOpaque {
  override readonly typeName = "kubernetes.Image";
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;

  constructor(registry: string, repository: string, tag: string, digest: string) {
    super();
    this.registry = registry;
    this.repository = repository;
    this.tag = tag;
    this.digest = digest;
  }

  get identifier(): string {
    return this.digest === "" ? this.tag : this.digest;
  }

  override equals(other: CelOpaque): boolean {
    return (
      other instanceof ImageReference &&
      other.registry === this.registry &&
      other.repository === this.repository &&
      other.identifier === this.identifier
    );
  }
}

/**
 * Reads an image reference as go-containerregistry's name.ParseReference, which the API server uses: no registry is
 * Docker Hub, no tag is `latest`. Undefined where it is none.
 */
export function parseImage(text: string): ImageReference | undefined {
  const [name = "", digest, ...more] = text.split("@");
  if (more.length > 0 || (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest))) return undefined;
  const colon = name.lastIndexOf(":");
  const tagged = colon > name.lastIndexOf("/");
  const tag = tagged ? name.slice(colon + 1) : "";
  const path = tagged ? name.slice(0, colon) : name;
  if (tagged && !/^[\w.-]{1,128}$/.test(tag)) return undefined;
  const slash = path.indexOf("/");
  const host = slash === -1 ? "" : path.slice(0, slash);
  const hasRegistry = /[.:]/.test(host) || host === "localhost";
  const repository = hasRegistry ? path.slice(slash + 1) : path;
  if (!/^[a-z0-9_\-./]{2,255}$/.test(repository)) return undefined;
  if (repository.split("/").includes("")) return undefined;
  if (hasRegistry && !/^[\w.-]+(?::\d+)?$/.test(host)) return undefined;
  const registry = !hasRegistry || host === "docker.io" ? defaultRegistry : host;
  const full =
    registry === defaultRegistry && !repository.includes("/") ? `library/${repository}` : repository;
  return new ImageReference(registry, full, digest === undefined ? tag || "latest" : "", digest ?? "");
}
