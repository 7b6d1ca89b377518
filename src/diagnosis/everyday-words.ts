import { wordsOf } from "./words.ts";

/** Words that stand in almost any log or report of Kubernetes and so tell little about which failure it is. */
const everyday = `
  kubernetes kube k8s cluster clusters pod pods container containers node nodes namespace service services deployment
  deployments replicaset image images app apps application default system version server client
  error errors err warning warn info fail failed failing failure failures message reason status state type event events
  normal kubelet kubectl docker start started starting restart restarted restarts running run stop stopped create created
  creating delete deleted update updated name names object objects resource resources request requests response error
  available unavailable ready unable issue problem cause caused code desc rpc unknown internal occurred last first time
  new old one two all after before again since when while still out new get set see io com net org http https api v1
  post put patch sync svc local id ip port host hosts address user users file files data log logs level msg ts caller go
  process command config configuration key value true false null none found line default-scheduler scheduler controller
  manager worker workers master control plane prod production staging test dev release team stories because
  following even every work works working use used using could cannot try tried check checks show shown seen minutes
  minute hour hours second seconds day days long number many several call called calls calling connection connect wait
  waiting change changed changes need needed part point give given take taken come came made make making happen happened
`;

/** Those words, as the index holds them. */
export const everydayWords: ReadonlySet<string> = new Set(wordsOf(everyday).map(({ term }) => term));
