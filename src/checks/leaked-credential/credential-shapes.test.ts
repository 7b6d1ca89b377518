import { describe, expect, test } from "vitest";
import { credentialsByShape } from "./credential-shapes.ts";
import { secretlintCredentials } from "./secretlint-rules.ts";

// Values are put together here, so that no scanner of repositories takes this file for a leak.
const random = "q7Zp2Xv9Lk4Tn8Rb6Yw3Hc5Jd1Fg0Ms";
const all = (text: string) =>
  [...credentialsByShape(text), ...secretlintCredentials(text)].map(({ what }) => what);

describe("a credential", () => {
  test.each([
    ["private key", `-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA${random}\n`],
    ["private key in one line", `"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0${random}"`],
    ["key of SSH", `-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA${random}\n`],
    ["key of age", `AGE-SECRET-KEY-1${"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".repeat(2).slice(0, 58)}`],
    ["JSON Web Token", `eyJhbGciOiJSUzI1NiIs.eyJpc3MiOiJrdWJlcm5ldGVz.${random}`],
    ["kubeconfig", `client-key-data: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ${random}`],
    ["bootstrap token", "kubeadm join 10.0.0.1:6443 --token 9f3k2m.7x1q8v5z0c4b6n2d"],
    ["registry", `{"auths":{"r.example.com":{"auth":"${btoa(`robot:${random}`)}"}}}`],
    ["header", `curl -H "Authorization: Bearer ${random}"`],
    ["Google API key", `AI${"za"}SyD${random}9`],
    ["AWS key id", `AK${"IA"}QYLPMN5HHHFPZAM2`],
    ["AWS secret key", `AWS_SECRET_ACCESS_KEY=${`${random}${random}`.slice(0, 40)}`],
    ["Azure storage", `AccountKey=${`${random}${random}${random}`.slice(0, 86)}==`],
    ["GitHub", `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`],
    ["GitLab", `gl${"pat-"}q7Zp2Xv9Lk4Tn8Rb6Yw3`],
    ["npm", `np${"m_"}q7Zp2Xv9Lk4Tn8Rb6Yw3Hc5Jd1Fg0Msq7Zp2`],
    ["Slack", `xo${"xb-"}483920174655-4839201746551-q7Zp2Xv9Lk4Tn8Rb6Yw3Hc5J`],
    ["Slack webhook", `https://hooks.slack.com/services/T0A1B2C3D/B0A1B2C3D/${random.slice(0, 24)}`],
    ["Vault", `hv${"s."}${random}`],
    ["database", `postgres://shop:${random}@db.example.com/shop`],
    ["basic auth in an address", `https://shop:${random}@example.com/`],
    ["password", `DB_PASSWORD=${random}`],
    ["token in YAML", `  apiToken: "${random}"`],
    [
      "Secret in base64",
      `  tls.key: ${btoa(`-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0${random}\n`)}`,
    ],
  ])("is found: %s", (_name, text) => {
    expect(all(text)).not.toEqual([]);
  });
});

describe("what is none", () => {
  test.each([
    ["a header without a body", "The file starts with -----BEGIN RSA PRIVATE KEY----- and ends."],
    ["a certificate", `-----BEGIN CERTIFICATE-----\nMIIC${random}`],
    ["an example of AWS", `AK${"IA"}IOSFODNN7EXAMPLE`],
    ["the example of kubeadm", "--token abcdef.0123456789abcdef"],
    ["a placeholder", "password: <password>"],
    ["a reference", "token: $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)"],
    ["a template", "DB_PASSWORD={{ .Values.password }}"],
    ["words", "secret: the-certificate-of-the-webhook"],
    ["a digest", "image: shop@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    ["a commit", "https://github.com/kubernetes/kubernetes/commit/7ac1f1d3c1b7d6c0a1b2c3d4e5f60718293a4b5c"],
    ["the name of a pod", "redis-7d4f8c9b6d-x2k9p evicted"],
    [
      "text in base64",
      `data: ${btoa("This is only a text that somebody wrote, and nothing more than that.")}`,
    ],
    ["a uid", "uid: 3f0f4b7e-9a1c-4a53-8d35-2f6b1c9d0e7a"],
    ["a field", "automountServiceAccountToken: false"],
    ["a mount", "secretName: webhook-server-cert-2021"],
  ])("is let through: %s", (_name, text) => {
    expect(all(text)).toEqual([]);
  });
});

test("no text makes the patterns slow", () => {
  const start = performance.now();
  for (const piece of [
    "a",
    "eyJ",
    "eyJaaaaaaaaaaa.",
    "password=",
    "A1",
    "token: ",
    "-----BEGIN ",
    "auth:",
    "1-",
    "a.",
    "==",
  ])
    all(piece.repeat(200_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(10_000);
});
