import { expect, test } from "vitest";
import { changingCommand } from "./changing-command.ts";

test.each([
  "kubectl get pods --namespace web --output wide",
  "kubectl -n web describe pod <pod>",
  "kubectl logs <pod> --previous | grep -i delete",
  "kubectl rollout status deployment/<deployment>",
  "kubectl rollout history deployment/<deployment>",
  "kubectl set env daemonset/aws-node --namespace kube-system --list",
  "kubectl delete pod <pod> --dry-run=server",
  "kubectl diff -f fixed.yaml",
  "kubectl auth can-i create pods",
  "kubectl exec <pod> -- cat /etc/resolv.conf",
  "kubectl config get-contexts",
  "helm history shop",
  "gcloud container clusters describe <cluster> --format json",
  "aws eks describe-cluster --name <cluster>",
  "iptables -t nat -S | grep KUBE-SVC",
  "systemctl status kubelet",
  "journalctl -u kubelet --since '1 hour ago' | grep 'kill'",
  "etcdctl endpoint status --write-out table",
])("%s only reads", (command) => expect(changingCommand(command)).toBeUndefined());

test.each([
  ["kubectl delete pod <pod>", "kubectl delete pod <pod>"],
  ["kubectl -n web scale deployment web --replicas 3", "kubectl -n web scale deployment web --replicas 3"],
  ["kubectl --context=prod drain <node>", "kubectl --context=prod drain <node>"],
  ["sudo kubectl cordon <node>", "kubectl cordon <node>"],
  ["kubectl get pods -o name | xargs -n 1 kubectl delete", "kubectl delete"],
  ["kubectl get ns && kubectl apply -f x.yaml", "kubectl apply -f x.yaml"],
  ["kubectl rollout undo deployment/<deployment>", "kubectl rollout undo deployment/<deployment>"],
  ["kubectl set env deployment/web A=b", "kubectl set env deployment/web A=b"],
  ["kubectl exec <pod> -- rm -rf /data", "rm -rf /data"],
  ["kubectl delete pod <pod> --dry-run=none", "kubectl delete pod <pod> --dry-run=none"],
  ["helm upgrade shop ./chart", "helm upgrade shop ./chart"],
  [
    "gcloud container clusters resize <cluster> --num-nodes 5",
    "gcloud container clusters resize <cluster> --num-nodes 5",
  ],
  ["aws ec2 terminate-instances --instance-ids <id>", "aws ec2 terminate-instances --instance-ids <id>"],
  ["iptables -t nat -F", "iptables -t nat -F"],
  ["systemctl restart kubelet", "systemctl restart kubelet"],
  ["etcdctl defrag", "etcdctl defrag"],
])("%s changes something", (command, part) => expect(changingCommand(command)).toBe(part));
