/** Where the reader's choice of light is kept, in the browser only. */
export const themeKey = "theme";

/**
 * Runs in the head before anything is painted, so that no page flashes in the wrong light. Small enough to stand in
 * the page itself, which asks no second request and blocks nothing.
 */
export const themeScript = `try{const t=localStorage.getItem("${themeKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
