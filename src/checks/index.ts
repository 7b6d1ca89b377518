import { check as blamePerson } from "./blame-person/check.ts";
import type { Check } from "./check.ts";
import { check as codeInProse } from "./code-in-prose/check.ts";
import { check as commandNotReadOnly } from "./command-not-read-only/check.ts";
import { check as componentMisplaced } from "./component-misplaced/check.ts";
import { check as componentMissing } from "./component-missing/check.ts";
import { check as componentUnknown } from "./component-unknown/check.ts";
import { check as dateImpossible } from "./date-impossible/check.ts";
import { check as dateOutOfOrder } from "./date-out-of-order/check.ts";
import { check as essentialNotChanged } from "./essential-not-changed/check.ts";
import { check as evidenceLinesMissing } from "./evidence-lines-missing/check.ts";
import { check as evidenceMissing } from "./evidence-missing/check.ts";
import { check as evidenceUnclaimed } from "./evidence-unclaimed/check.ts";
import { check as fileMissing } from "./file-missing/check.ts";
import { check as fileUnexpected } from "./file-unexpected/check.ts";
import { check as fixChangesNothing } from "./fix-changes-nothing/check.ts";
import { check as fixChangesObjects } from "./fix-changes-objects/check.ts";
import { check as guardrailUnknown } from "./guardrail-unknown/check.ts";
import { check as guardrailUnused } from "./guardrail-unused/check.ts";
import { check as idReused } from "./id-reused/check.ts";
import { check as imageNotAllowed } from "./image-not-allowed/check.ts";
import { check as leakedAccountNumber } from "./leaked-account-number/check.ts";
import { check as leakedCredential } from "./leaked-credential/check.ts";
import { check as leakedDeniedWord } from "./leaked-denied-word/check.ts";
import { check as leakedEmailAddress } from "./leaked-email-address/check.ts";
import { check as leakedHostName } from "./leaked-host-name/check.ts";
import { check as leakedIpAddress } from "./leaked-ip-address/check.ts";
import { check as linkBroken } from "./link-broken/check.ts";
import { check as linkUnsafe } from "./link-unsafe/check.ts";
import { check as markupNotAllowed } from "./markup-not-allowed/check.ts";
import { check as noLongerTrue } from "./no-longer-true/check.ts";
import { check as pollDuplicate } from "./poll-duplicate/check.ts";
import { check as proofObjectMissing } from "./proof-object-missing/check.ts";
import { check as proseSyntax } from "./prose-syntax/check.ts";
import { check as proseTooDeep } from "./prose-too-deep/check.ts";
import { check as proseTooLarge } from "./prose-too-large/check.ts";
import { check as relatedItself } from "./related-itself/check.ts";
import { check as relatedOneSided } from "./related-one-sided/check.ts";
import { check as sectionEmpty } from "./section-empty/check.ts";
import { check as sectionMissing } from "./section-missing/check.ts";
import { check as sectionOutOfOrder } from "./section-out-of-order/check.ts";
import { check as sectionUnknown } from "./section-unknown/check.ts";
import { check as signatureAmbiguous } from "./signature-ambiguous/check.ts";
import { check as signatureMissesEvidence } from "./signature-misses-evidence/check.ts";
import { check as snippetIncomplete } from "./snippet-incomplete/check.ts";
import { check as snippetUnknownMarker } from "./snippet-unknown-marker/check.ts";
import { check as snippetUnlabelled } from "./snippet-unlabelled/check.ts";
import { check as sourceDuplicate } from "./source-duplicate/check.ts";
import { check as stillToWrite } from "./still-to-write/check.ts";
import { check as textHiddenCharacter } from "./text-hidden-character/check.ts";
import { check as textMixedScripts } from "./text-mixed-scripts/check.ts";
import { check as titleDuplicate } from "./title-duplicate/check.ts";
import { check as vocabularyUnknownTerm } from "./vocabulary-unknown-term/check.ts";

/** Every rule of the library by its code. The engines' findings come from check-manifests.ts and its neighbours. */
export const checks: Readonly<Record<string, Check>> = {
  "blame-person": blamePerson,
  "code-in-prose": codeInProse,
  "command-not-read-only": commandNotReadOnly,
  "component-misplaced": componentMisplaced,
  "component-missing": componentMissing,
  "component-unknown": componentUnknown,
  "date-impossible": dateImpossible,
  "date-out-of-order": dateOutOfOrder,
  "essential-not-changed": essentialNotChanged,
  "evidence-lines-missing": evidenceLinesMissing,
  "evidence-missing": evidenceMissing,
  "evidence-unclaimed": evidenceUnclaimed,
  "file-missing": fileMissing,
  "file-unexpected": fileUnexpected,
  "fix-changes-nothing": fixChangesNothing,
  "fix-changes-objects": fixChangesObjects,
  "guardrail-unknown": guardrailUnknown,
  "guardrail-unused": guardrailUnused,
  "id-reused": idReused,
  "image-not-allowed": imageNotAllowed,
  "leaked-account-number": leakedAccountNumber,
  "leaked-credential": leakedCredential,
  "leaked-denied-word": leakedDeniedWord,
  "leaked-email-address": leakedEmailAddress,
  "leaked-host-name": leakedHostName,
  "leaked-ip-address": leakedIpAddress,
  "link-broken": linkBroken,
  "link-unsafe": linkUnsafe,
  "markup-not-allowed": markupNotAllowed,
  "no-longer-true": noLongerTrue,
  "poll-duplicate": pollDuplicate,
  "proof-object-missing": proofObjectMissing,
  "prose-syntax": proseSyntax,
  "prose-too-deep": proseTooDeep,
  "prose-too-large": proseTooLarge,
  "related-itself": relatedItself,
  "related-one-sided": relatedOneSided,
  "section-empty": sectionEmpty,
  "section-missing": sectionMissing,
  "section-out-of-order": sectionOutOfOrder,
  "section-unknown": sectionUnknown,
  "signature-ambiguous": signatureAmbiguous,
  "signature-misses-evidence": signatureMissesEvidence,
  "snippet-incomplete": snippetIncomplete,
  "snippet-unknown-marker": snippetUnknownMarker,
  "snippet-unlabelled": snippetUnlabelled,
  "source-duplicate": sourceDuplicate,
  "still-to-write": stillToWrite,
  "text-hidden-character": textHiddenCharacter,
  "text-mixed-scripts": textMixedScripts,
  "title-duplicate": titleDuplicate,
  "vocabulary-unknown-term": vocabularyUnknownTerm,
};
