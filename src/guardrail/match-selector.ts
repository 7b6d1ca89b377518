import type { LabelSelector } from "./policy-types.ts";

/** Whether a selector asks for nothing, and so selects everything. */
export function selectsAll({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/**
 * Whether labels meet a selector: all of matchLabels and matchExpressions. `NotIn` and `DoesNotExist` hold where the
 * label is absent. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function matchSelector(selector: LabelSelector, labels: Readonly<Record<string, unknown>>): boolean {
  const label = (key: string) => (Object.hasOwn(labels, key) ? String(labels[key]) : undefined);
  return (
    Object.entries(selector.matchLabels).every(([key, value]) => label(key) === value) &&
    selector.matchExpressions.every(({ key, operator, values }) => {
      const value = label(key);
      switch (operator) {
        case "In":
          return value !== undefined && values.includes(value);
        case "NotIn":
          return value === undefined || !values.includes(value);
        case "Exists":
          return value !== undefined;
        case "DoesNotExist":
          return value === undefined;
        default:
          return false;
      }
    })
  );
}
