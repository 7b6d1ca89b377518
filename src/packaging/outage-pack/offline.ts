// Runs first on every page of the outage pack. A page from a disk may fetch nothing, so what the library's scripts ask for
// lies beside the pages as scripts, each of which hands one file over.

interface Offline {
  /** Called by a script that holds a file. */
  horrorFile?: (name: string, base64: string) => void;
}

const me = document.currentScript as HTMLScriptElement;
const root = new URL(me.dataset["root"] ?? "./", location.href);
const base = me.dataset["base"] ?? "/";
const waiting = new Map<string, (base64: string) => void>();
const loaded = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

(globalThis as Offline).horrorFile = (name, base64) => waiting.get(name)?.(base64);

globalThis.fetch = async (input) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith(base)) throw new TypeError(`${address} is not part of the outage pack.`);
  return new Response(await load(address.slice(base.length)));
};

void bringFonts();
new MutationObserver(() => pointLinksAtFiles()).observe(document.documentElement, {
  attributeFilter: ["href"],
  childList: true,
  subtree: true,
});

function load(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const known = loaded.get(name);
  if (known) return known;
  const loading = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    waiting.set(name, (base64) =>
      resolve(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))),
    );
    const script = document.createElement("script");
    script.src = new URL(`_pack/files/${name}.js`, root).href;
    script.onerror = () => {
      loaded.delete(name);
      reject(new TypeError(`${name} is not part of the outage pack.`));
    };
    document.head.append(script);
  });
  loaded.set(name, loading);
  return loading;
}

/** Links that scripts make lead to folders of a server; here they have to name files. */
function pointLinksAtFiles(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href^="${CSS.escape(base)}"]`)) {
    const address = link.getAttribute("href") ?? "";
    if (!address.startsWith(base)) continue;
    const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? [];
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    link.href = new URL(`${file}${rest}`, root).href;
  }
}

async function bringFonts(): Promise<void> {
  for (const [name, style] of [
    ["literata", "normal"],
    ["literata-italic", "italic"],
  ] as const) {
    const font = new FontFace("Literata", await load(name), { style, weight: "400 600" });
    document.fonts.add(await font.load());
  }
}
