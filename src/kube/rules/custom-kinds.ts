import { isGoDuration } from "../cron.ts";
import { shown, textOf } from "../plain-values.ts";
import type { Rule, RuleTable } from "../rule.ts";

/** Fields of type metav1.Duration, which is text to their schema and is parsed by Go's time.ParseDuration. */
const durations =
  (...fields: string[]): Rule =>
  (value, { report }) => {
    for (const field of fields) {
      const text = textOf(value[field]);
      if (text === undefined || isGoDuration(text)) continue;
      const days = /^(\d+)d$/.exec(text)?.[1];
      report({
        code: "manifest-bad-duration",
        path: [field],
        message: `${field} is ${shown(text)}, which is no duration.`,
        fix: days === undefined ? "Write one such as 30s, 5m or 24h." : `Write ${Number(days) * 24}h.`,
      });
    }
  };

export const customKindRules: RuleTable = {
  "cert-manager.io_v1#CertificateSpec": [durations("duration", "renewBefore")],
  "cert-manager.io_v1#CertificateRequestSpec": [durations("duration")],
  "helm.toolkit.fluxcd.io_v2#HelmReleaseSpec": [durations("interval", "timeout")],
  "kustomize.toolkit.fluxcd.io_v1#KustomizationSpec": [durations("interval", "retryInterval", "timeout")],
  "source.toolkit.fluxcd.io_v1#GitRepositorySpec": [durations("interval", "timeout")],
  "source.toolkit.fluxcd.io_v1#HelmRepositorySpec": [durations("interval", "timeout")],
};
