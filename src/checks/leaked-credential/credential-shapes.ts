/** A credential in a text. */
export interface FoundCredential {
  offset: number;
  length: number;
  /** What it is, as a noun phrase: "a private key". */
  what: string;
}

/**
 * Shapes of credentials that secretlint's recommended rules leave out, those of Kubernetes among them. Every pattern takes
 * time linear in the text. A group called `secret` marks the part that is one; without it the whole match is.
 */
const shapes: { what: string; pattern: RegExp }[] = [
  // RFC 7468. A header without a body is a mention, not a key.
  {
    what: "a private key",
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){1,4}[A-Za-z0-9+/=:\-, ]{16,}/g,
  },
  { what: "a PuTTY key", pattern: /PuTTY-User-Key-File-[23]:[^\n]{0,80}/g },
  { what: "an age key", pattern: /AGE-SECRET-KEY-1[A-Z0-9]{50,60}/g },
  // RFC 7519: a header and a payload that start with {", and a signature.
  {
    what: "a JSON Web Token",
    pattern: /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,2000}/g,
  },
  // https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
  {
    what: "the key of a kubeconfig",
    pattern: /\bclient-key-data["']?:\s{0,4}["']?(?<secret>[A-Za-z0-9+/=]{40,})/g,
  },
  {
    what: "the certificate of a kubeconfig",
    pattern: /\bclient-certificate-data["']?:\s{0,4}["']?(?<secret>[A-Za-z0-9+/=]{40,})/g,
  },
  // https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/
  {
    what: "a bootstrap token",
    pattern:
      /(?:--(?:discovery-)?token[= ]{1,2}|\btoken["']?:\s{0,4}["']?)(?<secret>[a-z0-9]{6}\.[a-z0-9]{16})\b/g,
  },
  { what: "the password of a registry", pattern: /"auth"\s{0,4}:\s{0,4}"(?<secret>[A-Za-z0-9+/=]{12,})"/g },
  {
    what: "the content of an Authorization header",
    pattern:
      /\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:basic|bearer|token)\s{1,4}(?<secret>[A-Za-z0-9._~+/=-]{16,})/gi,
  },
  { what: "a Google API key", pattern: /\bAIza[A-Za-z0-9_-]{35}\b/g },
  { what: "a Google OAuth token", pattern: /\bya29\.[A-Za-z0-9_-]{30,}/g },
  { what: "a Google OAuth secret", pattern: /\bGOCSPX-[A-Za-z0-9_-]{28}\b/g },
  { what: "an Azure storage key", pattern: /\bAccountKey=(?<secret>[A-Za-z0-9+/]{86}==)/g },
  { what: "an Azure shared access signature", pattern: /[?&]sig=(?<secret>[A-Za-z0-9%+/]{40,})/g },
  { what: "an AWS access key id", pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g },
  { what: "a DigitalOcean token", pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { what: "a Telegram bot token", pattern: /\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b/g },
  {
    what: "a Discord webhook",
    pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{10,20}\/[A-Za-z0-9_-]{40,}/g,
  },
  { what: "a Teams webhook", pattern: /\bwebhook\.office\.com\/webhookb2\/[A-Za-z0-9@/_-]{40,}/g },
  { what: "a Slack webhook", pattern: /\bhooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,}/g },
  { what: "a New Relic key", pattern: /\bNRAK-[A-Z0-9]{27}\b/g },
  { what: "a Sentry address with its key", pattern: /https:\/\/[0-9a-f]{32}@[a-z0-9.-]{4,80}\/\d{1,20}/g },
  { what: "a PyPI token", pattern: /\bpypi-AgE[A-Za-z0-9_-]{50,}/g },
  { what: "a Terraform Cloud token", pattern: /\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{60,}/g },
  { what: "a Doppler token", pattern: /\bdp\.(?:pt|st|ct|sa|scim|audit)\.[A-Za-z0-9._-]{40,}/g },
  { what: "a Pulumi token", pattern: /\bpul-[a-f0-9]{40}\b/g },
  { what: "a Twilio key", pattern: /\bSK[0-9a-f]{32}\b/g },
  { what: "a Mailgun key", pattern: /\bkey-[0-9a-f]{32}\b/g },
  { what: "a Vault token", pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/g },
  { what: "a Heroku key", pattern: /\bHRKU-[A-Za-z0-9_-]{36,}/g },
];

/** A value behind a name that says it is a secret. */
const assignment =
  /(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{0,40}?(?:password|passwd|passphrase|secret|token|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|client[_-]?secret|encryption[_-]?key)["']?\s{0,4}(?:[:=]|=>)\s{0,4}["']?(?<secret>[A-Za-z0-9+/_.~!@#$%^&*=-]{16,200})/gi;

/** Values that stand for a secret without being one: the examples of documentations, placeholders. */
const stand =
  /example|sample|changeme|change-me|placeholder|redacted|dummy|secret|password|your|xxxx|\.\.\.|0123456789|123456789|abcdef|^[*x.-]+$|\$\(|\$\{|\{\{|<|deadbeef|s3cr3t/i;

/** Credentials of a text by their shape. Base64 is opened once, since Secrets carry everything in it. */
export function credentialsByShape(text: string): FoundCredential[] {
  return [...shaped(text), ...assigned(text), ...encoded(text)];
}

function shaped(text: string): FoundCredential[] {
  return shapes.flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const secret = match.groups?.["secret"] ?? match[0];
      if (isFiller(secret)) return [];
      return [{ offset: match.index + match[0].lastIndexOf(secret), length: secret.length, what }];
    }),
  );
}

function assigned(text: string): FoundCredential[] {
  return [...text.matchAll(assignment)].flatMap((match) => {
    const secret = match.groups?.["secret"] ?? "";
    if (stand.test(secret) || !looksRandom(secret)) return [];
    const what = "what looks like a password or token";
    return [{ offset: match.index + match[0].lastIndexOf(secret), length: secret.length, what }];
  });
}

function encoded(text: string): FoundCredential[] {
  return [
    ...text.matchAll(/(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/]{40,20000}={0,2}(?![A-Za-z0-9+/_=-])/g),
  ].flatMap(({ index, 0: run }) => {
    let plain: string;
    try {
      plain = atob(run);
    } catch {
      return [];
    }
    const [first] = shaped(plain);
    return first ? [{ offset: index, length: run.length, what: `${first.what}, in base64,` }] : [];
  });
}

/** One character, or a short piece, over and over, or the digits in their order: written by hand to fill a place. */
function isFiller(secret: string): boolean {
  return (
    new Set(secret.replace(/[^A-Za-z0-9]/g, "")).size < 8 ||
    /example/i.test(secret) ||
    secret === "abcdef.0123456789abcdef"
  );
}

/**
 * Digits and letters in both cases, or many digits between letters, with an entropy above that of words, names and
 * versions (3.5 bits a character, as detect-secrets takes it).
 */
function looksRandom(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  const mixed = /[a-z]/.test(value) && /[A-Z]/.test(value) && digits > 0;
  if (!mixed && !(digits >= 4 && /[a-z]/i.test(value) && digits < value.length - 3)) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  const entropy = [...counts.values()].reduce((sum, count) => {
    const share = count / value.length;
    return sum - share * Math.log2(share);
  }, 0);
  return entropy > 3.5;
}
