/** Subcommands that change a cluster or a cloud, by the command they belong to. */
const changing: Record<string, RegExp> = {
  kubectl:
    /^(?:annotate|apply|autoscale|cordon|cp|create|delete|drain|edit|expose|label|patch|replace|run|scale|set|taint|uncordon|rollout (?:pause|restart|resume|undo)|certificate (?:approve|deny)|config (?:delete|rename|set|unset|use)\S*)\b/,
  helm: /^(?:install|rollback|uninstall|delete|upgrade)\b/,
  gcloud: /\s(?:create|delete|update|resize|upgrade|set|add-\S+|remove-\S+|reset|stop|start)\b/,
  aws: /^\S+ (?:create|delete|modify|put|update|terminate|reboot|stop|start|run|attach|detach|associate|disassociate|authorize|revoke|set)-?\S*/,
  az: /\s(?:create|delete|update|scale|upgrade|start|stop|restart)\b/,
  systemctl: /^(?:start|stop|restart|reload|enable|disable|mask|unmask|kill)\b/,
  etcdctl: /^(?:put|del|compact|defrag|snapshot restore|member (?:add|remove|update))\b/,
  iptables: /(?:^|\s)-(?:A|D|I|R|F|X|P|N|Z)\b/,
  kubeadm: /^(?:init|join|reset|upgrade (?:apply|node))\b/,
  terraform: /^(?:apply|destroy|import|taint)\b/,
  docker: /^(?:rm|rmi|kill|stop|start|restart|run|system prune)\b/,
  crictl: /^(?:rm|rmi|rmp|stop|stopp|start|run|runp)\b/,
};
const plain = /^(?:rm|mv|dd|mkfs\S*|kill|killall|pkill|reboot|shutdown|truncate|chmod|chown)\b/;

/**
 * The part of a command line that changes something, as far as its name and subcommand tell. `--dry-run` and `--list`
 * change nothing; what stands after `kubectl exec … --` is judged by itself.
 */
export function changingCommand(line: string): string | undefined {
  for (const part of line.split(/\|\||&&|[|;\n]|\$\(| -- /)) {
    const command = part.trim().replace(/^(?:sudo\s+|\w+=\S+\s+|xargs(?:\s+-\S+(?:\s+\d+)?)*\s+)*/, "");
    if (/--dry-run(?!=none)/.test(command) || /^kubectl set env .*--list\b/.test(command)) continue;
    if (plain.test(command)) return command;
    const [name = "", ...rest] = command.split(/\s+/);
    const pattern = changing[name];
    if (pattern && Object.hasOwn(changing, name) && pattern.test(withoutFlags(name, rest))) return command;
  }
  return undefined;
}

/** Flags in front of the subcommand are dropped, with their values: kubectl -n web get pods. */
function withoutFlags(name: string, words: string[]): string {
  if (name === "iptables") return words.join(" ");
  let start = 0;
  while (words[start]?.startsWith("-")) start += words[start]?.includes("=") ? 1 : 2;
  const rest = words.slice(start).join(" ");
  return name === "gcloud" || name === "az" ? ` ${rest}` : rest;
}
