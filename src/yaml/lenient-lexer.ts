import { Lexer } from "yaml";

/** What the lexer keeps for itself and this file has to know. */
interface LexerState {
  buffer: string;
  flowLevel: number;
  pos: number;
}

/**
 * A lexer that, as Kubernetes' reader does, pays no attention to indentation inside of quotes, braces and brackets:
 * goyaml.v2 (scannerc.go) checks it in block context only, while YAML 1.2 wants each of their lines indented.
 */
export function lenientLexer(): Lexer {
  const lexer = new Lexer();
  const state = lexer as unknown as LexerState;
  let indentNext = 0;
  Object.defineProperty(lexer, "indentNext", {
    get: () => {
      const first = state.buffer.charCodeAt(state.pos);
      return state.flowLevel > 0 || first === 34 || first === 39 ? 0 : indentNext;
    },
    set: (value: number) => {
      indentNext = value;
    },
  });
  return lexer;
}
