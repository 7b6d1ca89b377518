/**
 * Sources that a volume of a pod and a PersistentVolume share: storage of providers, most of it moved to CSI drivers
 * (https://kubernetes.io/docs/concepts/storage/volumes/).
 */
export const inTreeVolumeSources: readonly string[] = [
  "awsElasticBlockStore",
  "azureDisk",
  "azureFile",
  "cephfs",
  "cinder",
  "fc",
  "flexVolume",
  "flocker",
  "gcePersistentDisk",
  "glusterfs",
  "iscsi",
  "photonPersistentDisk",
  "portworxVolume",
  "quobyte",
  "rbd",
  "scaleIO",
  "storageos",
  "vsphereVolume",
];
