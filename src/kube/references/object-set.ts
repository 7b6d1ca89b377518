import type { ManifestObject } from "../parse-manifests.ts";
import { recordOf } from "../plain-values.ts";
import { podTemplateOf } from "./pod-template.ts";

/** A workload with the labels its pods get. */
export interface PodLabels {
  object: ManifestObject;
  labels: Readonly<Record<string, unknown>>;
  spec: Readonly<Record<string, unknown>>;
}

/** From here on names of one kind are compared no more: every one of them is like another. */
const manyNames = 300;

/** Objects by kind, namespace and name. An object without a namespace may belong to any. */
export class ObjectSet {
  readonly #byKind = new Map<string, Map<string, ManifestObject[]>>();
  readonly #pods: PodLabels[] = [];
  readonly #podsByLabel = new Map<string, PodLabels[]>();

  constructor(objects: readonly ManifestObject[]) {
    for (const object of objects) {
      const names = this.#byKind.get(object.kind) ?? new Map<string, ManifestObject[]>();
      this.#byKind.set(object.kind, names);
      const same = names.get(object.name) ?? [];
      names.set(object.name, same);
      same.push(object);
      const template = podTemplateOf(object);
      if (!template) continue;
      const pod = { object, labels: recordOf(template.metadata["labels"]), spec: template.spec };
      this.#pods.push(pod);
      for (const [key, value] of Object.entries(pod.labels)) {
        const label = `${key}=${String(value)}`;
        const same = this.#podsByLabel.get(label);
        if (same) same.push(pod);
        else this.#podsByLabel.set(label, [pod]);
      }
    }
  }

  /** An object of a name, in the namespace or in none. */
  find(kind: string, namespace: string | undefined, name: string): ManifestObject | undefined {
    return this.#byKind
      .get(kind)
      ?.get(name)
      ?.find((one) => sameNamespace(one.namespace, namespace));
  }

  /** Names of the objects of a kind in a namespace; none where there are so many that likeness says nothing. */
  names(kind: string, namespace: string | undefined): string[] {
    const names: string[] = [];
    if ((this.#byKind.get(kind)?.size ?? 0) > manyNames) return names;
    for (const [name, objects] of this.#byKind.get(kind) ?? []) {
      if (objects.some((one) => sameNamespace(one.namespace, namespace))) names.push(name);
    }
    return names;
  }

  /** Workloads of a namespace that carry a label, or all of them. */
  pods(namespace: string | undefined, label?: readonly [key: string, value: unknown]): readonly PodLabels[] {
    const pods =
      label === undefined ? this.#pods : (this.#podsByLabel.get(`${label[0]}=${String(label[1])}`) ?? []);
    return pods.filter((one) => sameNamespace(one.object.namespace, namespace));
  }

  /** Workloads of a namespace that a selector may have been meant for: all of a small set, of a large one those of the name. */
  podsLike(namespace: string | undefined, name: string): readonly PodLabels[] {
    if (this.#pods.length <= manyNames) return this.pods(namespace);
    return this.#pods.filter(
      (one) => one.object.name === name && sameNamespace(one.object.namespace, namespace),
    );
  }
}

function sameNamespace(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}
