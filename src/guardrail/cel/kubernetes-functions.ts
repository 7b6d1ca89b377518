import { functionLibrary } from "./function-library.ts";
import { authorizerFunctions } from "./functions/authorizers.ts";
import { imageFunctions } from "./functions/images.ts";
import { listFunctions } from "./functions/lists.ts";
import { namedFormatFunctions } from "./functions/named-formats.ts";
import { networkFunctions } from "./functions/networks.ts";
import { optionalFunctions } from "./functions/optionals.ts";
import { quantityFunctions } from "./functions/quantities.ts";
import { regexFunctions } from "./functions/regex.ts";
import { semverFunctions } from "./functions/semvers.ts";
import { setFunctions } from "./functions/sets.ts";
import { standardFunctions } from "./functions/standard.ts";
import { stringFunctions } from "./functions/strings.ts";
import { timeFunctions } from "./functions/times.ts";
import { urlFunctions } from "./functions/urls.ts";

/**
 * Every function of Kubernetes' CEL environment, as of Kubernetes 1.34. Older clusters lack some.
 * https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries
 */
export const kubernetesFunctions = functionLibrary(
  standardFunctions,
  stringFunctions,
  listFunctions,
  regexFunctions,
  setFunctions,
  optionalFunctions,
  timeFunctions,
  quantityFunctions,
  urlFunctions,
  networkFunctions,
  semverFunctions,
  imageFunctions,
  namedFormatFunctions,
  authorizerFunctions,
);
