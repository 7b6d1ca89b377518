import type { ScanFile } from "./scan-messages.ts";

/** Names that are read; everything else in a dropped folder is passed over. */
const manifestName = /\.(?:ya?ml|json)$/i;
/** More than this is work for the command line. */
const maxBytes = 32 * 1024 * 1024;

/** Files that were read, and how many were passed over since their names or sizes are none of a manifest. */
export interface ReadFiles {
  files: ScanFile[];
  passedOver: number;
}

/** Reads chosen files in the order of their names. */
export async function readChosenFiles(chosen: FileList): Promise<ReadFiles> {
  return readAll([...chosen].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/** Reads dropped files, and those in dropped folders, in the order of their names. */
export async function readDroppedFiles(dropped: DataTransfer): Promise<ReadFiles> {
  // The list is empty once this turn of the event loop is over, so every entry is taken first.
  const found = [...dropped.items].map((item) => {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry) return filesOf(entry);
    return file ? [{ name: file.name, file }] : [];
  });
  return readAll((await Promise.all(found)).flat());
}

interface NamedFile {
  name: string;
  file: File;
}

async function readAll(all: readonly NamedFile[]): Promise<ReadFiles> {
  const files: ScanFile[] = [];
  let bytes = 0;
  for (const { name, file } of all.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    bytes += file.size;
    if (!manifestName.test(name) || bytes > maxBytes) continue;
    files.push({ name, text: await file.text() });
  }
  return { files, passedOver: all.length - files.length };
}

async function filesOf(entry: FileSystemEntry): Promise<NamedFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      (entry as FileSystemFileEntry).file(resolve, reject);
    });
    return [{ name: entry.fullPath.replace(/^\//, ""), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: NamedFile[] = [];
  for (;;) {
    // A folder comes in parts; an empty one is the end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return found;
    for (const inner of part) found.push(...(await filesOf(inner)));
  }
}
