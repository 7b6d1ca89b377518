import type { ManifestObject } from "../parse-manifests.ts";
import { recordOf } from "../plain-values.ts";
import { podTemplateOf } from "./pod-template.ts";

/** A workload with the labels its pods get. */
export interface PodLabels {
  object: ManifestObject;
  labels: Readonly<Record<string, unknown>>;
  spec: Readonly<Record<string, unknown>>;
}

/** Objects by kind, namespace and name. An object without a namespace may belong to any. */
export class ObjectSet {
  readonly #byKind = new Map<string, Map<string, ManifestObject[]>>();
  readonly #pods: PodLabels[] = [];

  constructor(objects: readonly ManifestObject[]) {
    for (const object of objects) {
      const names = this.#byKind.get(object.kind) ?? new Map<string, ManifestObject[]>();
      this.#byKind.set(object.kind, names);
      const same = names.get(object.name) ?? [];
      names.set(object.name, same);
      same.push(object);
      const template = podTemplateOf(object);
      if (template)
        this.#pods.push({ object, labels: recordOf(template.metadata["labels"]), spec: template.spec });
    }
  }

  /** An object of a name, in the namespace or in none. */
  find(kind: string, namespace: string | undefined, name: string): ManifestObject | undefined {
    return this.#byKind
      .get(kind)
      ?.get(name)
      ?.find((one) => sameNamespace(one.namespace, namespace));
  }

  /** Names of the objects of a kind in a namespace. */
  names(kind: string, namespace: string | undefined): string[] {
    const names: string[] = [];
    for (const [name, objects] of this.#byKind.get(kind) ?? []) {
      if (objects.some((one) => sameNamespace(one.namespace, namespace))) names.push(name);
    }
    return names;
  }

  /** Workloads of a namespace. */
  pods(namespace: string | undefined): PodLabels[] {
    return this.#pods.filter((one) => sameNamespace(one.object.namespace, namespace));
  }
}

function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
