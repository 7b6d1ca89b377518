import { nearestName } from "../../finding/nearest-name.ts";
import type { Fault } from "../fault.ts";
import type { ManifestObject } from "../parse-manifests.ts";
import { isGiven, isRecord, listOf, recordOf, shown, textOf } from "../plain-values.ts";
import { selects } from "../rules/workloads.ts";
import { ObjectSet } from "./object-set.ts";
import { podTemplateOf } from "./pod-template.ts";

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
/** Notes a reference that leads nowhere; the path starts at the object. */
type Report = (path: Path, message: string, fix: string, on?: "key" | "value") => void;

/**
 * Checks what objects of one set say of each other. A set may be a part of what runs in a cluster, so a target is
 * missed only where the set plainly claims to hold it: there is one of the same kind whose name is almost the same, or
 * the object itself is there and lacks the key or port that is named.
 */
export function checkReferences(
  objects: readonly ManifestObject[],
): { object: ManifestObject; fault: Fault }[] {
  const set = new ObjectSet(objects);
  const found: { object: ManifestObject; fault: Fault }[] = [];
  for (const object of objects) {
    const report: Report = (path, message, fix, on = "value") => {
      found.push({ object, fault: { code: "manifest-broken-reference", path, on, message, fix } });
    };
    checkObject(object, set, report);
  }
  return found;
}

function checkObject(object: ManifestObject, set: ObjectSet, report: Report): void {
  const spec = recordOf(object.value["spec"]);
  const template = podTemplateOf(object);
  if (template) checkPod(object, template, set, report);
  switch (`${object.group}/${object.kind}`) {
    case "/Service":
      checkService(object, spec, set, report);
      break;
    case "policy/PodDisruptionBudget":
      checkSelector(object, recordOf(spec["selector"]), ["spec", "selector"], "The budget", set, report);
      break;
    case "autoscaling/HorizontalPodAutoscaler": {
      const target = recordOf(spec["scaleTargetRef"]);
      checkName(
        object,
        textOf(target["kind"]),
        target["name"],
        ["spec", "scaleTargetRef", "name"],
        set,
        report,
      );
      break;
    }
    case "networking.k8s.io/Ingress":
      checkIngress(object, spec, set, report);
      break;
    case "rbac.authorization.k8s.io/RoleBinding":
    case "rbac.authorization.k8s.io/ClusterRoleBinding":
      checkBinding(object, set, report);
      break;
    case "admissionregistration.k8s.io/ValidatingWebhookConfiguration":
    case "admissionregistration.k8s.io/MutatingWebhookConfiguration":
      checkWebhooks(object, set, report);
      break;
    default:
  }
}

function checkName(
  object: ManifestObject,
  kind: string | undefined,
  name: unknown,
  path: Path,
  set: ObjectSet,
  report: Report,
  namespace: string | undefined = object.namespace,
): void {
  if (kind === undefined || typeof name !== "string" || name === "" || set.find(kind, namespace, name))
    return;
  const near = nearestName(name, set.names(kind, namespace));
  if (near === undefined || !isSlip(name, near)) return;
  report(
    path,
    `There is no ${kind} ${shown(name)} among these manifests; there is ${shown(near)}.`,
    `Write ${near}.`,
  );
}

/** Names that differ by one or two letters; `db-1` and `db-2` differ on purpose. */
function isSlip(name: string, near: string): boolean {
  if (name.replace(/\d+/g, "") === near.replace(/\d+/g, "")) return false;
  return Math.abs(name.length - near.length) <= 2 && Math.min(name.length, near.length) >= 4;
}

function checkPod(
  object: ManifestObject,
  { spec, path }: { spec: Fields; path: Path },
  set: ObjectSet,
  report: Report,
): void {
  checkName(
    object,
    "ServiceAccount",
    spec["serviceAccountName"],
    [...path, "serviceAccountName"],
    set,
    report,
  );
  listOf(spec["volumes"]).forEach((volume, index) => {
    const at = [...path, "volumes", index];
    const one = recordOf(volume);
    const claim = recordOf(one["persistentVolumeClaim"]);
    checkName(
      object,
      "PersistentVolumeClaim",
      claim["claimName"],
      [...at, "persistentVolumeClaim", "claimName"],
      set,
      report,
    );
    checkData(object, "ConfigMap", recordOf(one["configMap"]), "name", [...at, "configMap"], set, report);
    checkData(object, "Secret", recordOf(one["secret"]), "secretName", [...at, "secret"], set, report);
  });
  for (const list of ["initContainers", "containers"]) {
    listOf(spec[list]).forEach((container, index) => {
      const one = recordOf(container);
      listOf(one["env"]).forEach((variable, place) => {
        const from = recordOf(recordOf(variable)["valueFrom"]);
        const at = [...path, list, index, "env", place, "valueFrom"];
        checkData(
          object,
          "ConfigMap",
          recordOf(from["configMapKeyRef"]),
          "name",
          [...at, "configMapKeyRef"],
          set,
          report,
        );
        checkData(
          object,
          "Secret",
          recordOf(from["secretKeyRef"]),
          "name",
          [...at, "secretKeyRef"],
          set,
          report,
        );
      });
      listOf(one["envFrom"]).forEach((source, place) => {
        const at = [...path, list, index, "envFrom", place];
        const from = recordOf(source);
        checkData(
          object,
          "ConfigMap",
          recordOf(from["configMapRef"]),
          "name",
          [...at, "configMapRef"],
          set,
          report,
        );
        checkData(object, "Secret", recordOf(from["secretRef"]), "name", [...at, "secretRef"], set, report);
      });
      const names = portNames([one]);
      for (const probe of ["livenessProbe", "readinessProbe", "startupProbe"]) {
        for (const handler of ["httpGet", "tcpSocket"]) {
          const port = recordOf(recordOf(one[probe])[handler])["port"];
          if (
            typeof port !== "string" ||
            names.length === 0 ||
            names.includes(port) ||
            !Number.isNaN(Number(port))
          )
            continue;
          const near = nearestName(port, names) ?? names[0] ?? "";
          const message = `The container has no port named ${shown(port)}; it has ${names.join(", ")}.`;
          report([...path, list, index, probe, handler, "port"], message, `Write ${near}.`);
        }
      }
    });
  }
}

/** A ConfigMap or Secret that is in the set has to have the keys that are taken from it. */
function checkData(
  object: ManifestObject,
  kind: "ConfigMap" | "Secret",
  reference: Fields,
  nameField: string,
  path: Path,
  set: ObjectSet,
  report: Report,
): void {
  const name = textOf(reference[nameField]);
  if (name === undefined || reference["optional"] === true) return;
  const target = set.find(kind, object.namespace, name);
  if (!target) {
    checkName(object, kind, name, [...path, nameField], set, report);
    return;
  }
  const keys = ["data", "stringData", "binaryData"].flatMap((field) =>
    Object.keys(recordOf(target.value[field])),
  );
  // An object without data is filled by someone else.
  if (keys.length === 0) return;
  const wanted: [unknown, Path][] = [[reference["key"], [...path, "key"]]];
  listOf(reference["items"]).forEach((item, index) => {
    wanted.push([recordOf(item)["key"], [...path, "items", index, "key"]]);
  });
  for (const [key, place] of wanted) {
    if (typeof key !== "string" || keys.includes(key)) continue;
    const near = nearestName(key, keys);
    const message = `The ${kind} ${name} has no key ${shown(key)}; it has ${keys.slice(0, 8).join(", ")}.`;
    report(
      place,
      message,
      near === undefined ? `Add the key to ${name}, or name one it has.` : `Write ${near}.`,
    );
  }
}

/** Names of the ports that containers declare. */
function portNames(containers: readonly Fields[]): string[] {
  return containers.flatMap((one) =>
    listOf(one["ports"]).flatMap((port) => textOf(recordOf(port)["name"]) ?? []),
  );
}

function checkService(object: ManifestObject, spec: Fields, set: ObjectSet, report: Report): void {
  const selector = spec["selector"];
  if (!isRecord(selector) || Object.keys(selector).length === 0) return;
  const pods = checkSelector(
    object,
    { matchLabels: selector },
    ["spec", "selector"],
    "The Service",
    set,
    report,
  );
  if (pods.length === 0) return;
  const names = pods.flatMap((pod) => {
    const lists = [...listOf(pod.spec["containers"]), ...listOf(pod.spec["initContainers"])];
    return portNames(lists.map(recordOf));
  });
  listOf(spec["ports"]).forEach((port, index) => {
    const target = recordOf(port)["targetPort"];
    if (typeof target !== "string" || names.includes(target) || /^\d+$/.test(target)) return;
    const near = nearestName(target, names);
    const has = names.length === 0 ? "they name none" : `they have ${[...new Set(names)].join(", ")}`;
    report(
      ["spec", "ports", index, "targetPort"],
      `No container of the pods this Service selects has a port named ${shown(target)}; ${has}.`,
      near === undefined ? "Name a port of the container, or write its number." : `Write ${near}.`,
    );
  });
}

/**
 * Pods a selector takes. Where it takes none though a workload carries one of its labels, or one spelt almost alike,
 * that is reported.
 */
function checkSelector(
  object: ManifestObject,
  selector: Fields,
  path: Path,
  what: string,
  set: ObjectSet,
  report: Report,
): { spec: Fields }[] {
  const wanted = recordOf(selector["matchLabels"]);
  const [label] = Object.entries(wanted);
  const taken = set.pods(object.namespace, label).filter((pod) => selects(selector, pod.labels));
  if (taken.length > 0 || Object.keys(wanted).length === 0) return taken;
  const labelsPath = what === "The Service" ? path : [...path, "matchLabels"];
  for (const [key, value] of Object.entries(wanted)) {
    if (typeof value !== "string") continue;
    const others = Object.entries(wanted).filter(([other]) => other !== key);
    for (const { labels, object: workload } of set.podsLike(object.namespace, object.name)) {
      const label = labels[key];
      const alike = label === undefined ? undefined : nearestName(value, [String(label)]);
      const restFits = others.every(([other, text]) => labels[other] === text);
      const slip = alike !== undefined && isSlip(value, alike) && restFits;
      const sameName = workload.name === object.name && label !== value;
      const sharesRest = others.length > 0 && restFits && label === undefined;
      if (!slip && !sameName && !sharesRest) continue;
      const has = label === undefined ? `has no label ${key}` : `has ${key}: ${String(label)}`;
      report(
        [...labelsPath, key],
        `${what} selects ${key}: ${value}, and no pod of these manifests has it; ${workload.kind} ${workload.name} ${has}.`,
        "Give the selector and the pods the same labels.",
      );
      return [];
    }
  }
  return [];
}

function checkIngress(object: ManifestObject, spec: Fields, set: ObjectSet, report: Report): void {
  const backends: [Fields, Path][] = [[recordOf(spec["defaultBackend"]), ["spec", "defaultBackend"]]];
  listOf(spec["rules"]).forEach((rule, index) => {
    listOf(recordOf(recordOf(rule)["http"])["paths"]).forEach((path, place) => {
      backends.push([
        recordOf(recordOf(path)["backend"]),
        ["spec", "rules", index, "http", "paths", place, "backend"],
      ]);
    });
  });
  for (const [backend, path] of backends) {
    const service = recordOf(backend["service"]);
    const name = textOf(service["name"]);
    if (name === undefined) continue;
    const target = set.find("Service", object.namespace, name);
    if (!target) {
      checkName(object, "Service", name, [...path, "service", "name"], set, report);
      continue;
    }
    const ports = listOf(recordOf(target.value["spec"])["ports"]).map(recordOf);
    const port = recordOf(service["port"]);
    if (typeof port["number"] === "number" && !ports.some((one) => one["port"] === port["number"])) {
      const has = ports.map((one) => String(one["port"])).join(", ");
      report(
        [...path, "service", "port", "number"],
        `The Service ${name} has no port ${port["number"]}; it has ${has}.`,
        "Write one of its ports.",
      );
    }
    if (typeof port["name"] === "string" && !ports.some((one) => one["name"] === port["name"])) {
      const has = ports.flatMap((one) => textOf(one["name"]) ?? []).join(", ");
      report(
        [...path, "service", "port", "name"],
        `The Service ${name} has no port named ${shown(port["name"])}${has === "" ? "" : `; it has ${has}`}.`,
        "Write the name of one of its ports, or a number.",
      );
    }
  }
}

function checkBinding(object: ManifestObject, set: ObjectSet, report: Report): void {
  const role = recordOf(object.value["roleRef"]);
  checkName(object, textOf(role["kind"]), role["name"], ["roleRef", "name"], set, report);
  listOf(object.value["subjects"]).forEach((subject, index) => {
    const one = recordOf(subject);
    if (one["kind"] !== "ServiceAccount") return;
    const namespace = textOf(one["namespace"]) ?? object.namespace;
    checkName(object, "ServiceAccount", one["name"], ["subjects", index, "name"], set, report, namespace);
  });
}

function checkWebhooks(object: ManifestObject, set: ObjectSet, report: Report): void {
  listOf(object.value["webhooks"]).forEach((webhook, index) => {
    const service = recordOf(recordOf(recordOf(webhook)["clientConfig"])["service"]);
    const path = ["webhooks", index, "clientConfig", "service"];
    const namespace = textOf(service["namespace"]);
    checkName(object, "Service", service["name"], [...path, "name"], set, report, namespace);
    const target = set.find("Service", namespace, textOf(service["name"]) ?? "");
    const port = isGiven(service["port"]) ? service["port"] : 443;
    const ports = listOf(recordOf(target?.value["spec"])["ports"]).map((one) => recordOf(one)["port"]);
    if (!target || ports.includes(port)) return;
    const on = isGiven(service["port"]) ? [...path, "port"] : path;
    report(
      on,
      `The Service ${String(service["name"])} has no port ${String(port)}; it has ${ports.join(", ")}.`,
      "Write one of its ports.",
      "key",
    );
  });
}
