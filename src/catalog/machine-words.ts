/**
 * Words that only a machine writes: flags, names of fields (failurePolicy), of metrics (container_memory) and keys with a
 * domain (kubernetes.io/hostname).
 */
const machineWord =
  /(?<![\w.`/-])(?:--[\w-]+(?:=[\w./-]*\w)?|(?:[a-z]\w*\.)*[a-z]{2,}[A-Z]\w*(?:\.\w+)*|[a-z]\w*_\w+|[a-z0-9-]+(?:\.[a-z0-9-]+)+\/[\w.-]*\w)/g;

/**
 * Plain text, such as the message of a policy, with its machine words in backticks, so that it can be set as text with code.
 * What stands in backticks already, and addresses of the web, stay as they are.
 */
export function markMachineWords(text: string): string {
  return text
    .split(/(`[^`]*`|https?:\/\/\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(machineWord, "`$&`")))
    .join("");
}
