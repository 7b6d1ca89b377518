import { describe, expect, test } from "vitest";
import { markBlanks, markVariables, markVarying, richText } from "./rich-text.ts";

describe("richText", () => {
  test("sets code in backticks and escapes everything", () => {
    expect(richText('a < b && `x <y>` "c"')).toBe(
      "a &lt; b &amp;&amp; <code>x <var>&lt;y&gt;</var></code> &quot;c&quot;",
    );
  });
  test("leaves a lone backtick alone", () => {
    expect(richText("one ` only")).toBe("one ` only");
  });
});

describe("markBlanks", () => {
  test("marks placeholders, not redirections", () => {
    expect(markBlanks("kubectl get pod <pod> > out < in")).toBe(
      "kubectl get pod <var>&lt;pod&gt;</var> &gt; out &lt; in",
    );
  });
});

describe("whole words", () => {
  test("flags and words with dashes do not break", () => {
    expect(markBlanks("kubectl get-x --sort-by=.a-b -n x")).toBe(
      "kubectl <span>get-x</span> <span>--sort-by=.a-b</span> <span>-n</span> x",
    );
  });
});

describe("markVariables", () => {
  test("names variables without their types and unescapes braces", () => {
    expect(markVariables("Get {url:text}: {{}} {count}")).toBe("Get <var>url</var>: {} <var>count</var>");
  });
});

describe("markVarying", () => {
  test("marks what stands at the variables", () => {
    expect(markVarying("x 0/12  nodes are available: 3 <ok>", "0/{count} nodes are available: {text}")).toBe(
      "x 0/<var>12</var>  nodes are available: <var>3 &lt;ok&gt;</var>",
    );
  });
  test("a line that does not match is only escaped", () => {
    expect(markVarying("a < b", "0/{count} nodes are available")).toBe("a &lt; b");
    expect(markVarying("a < b", undefined)).toBe("a &lt; b");
  });
});
