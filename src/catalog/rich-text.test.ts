import { describe, expect, test } from "vitest";
import { markBlanks, markVariables, richText } from "./rich-text.ts";

describe("richText", () => {
  test("sets code in backticks and escapes everything", () => {
    expect(richText('a < b && `x <y>` "c"')).toBe(
      'a &lt; b &amp;&amp; <code>x <var class="blank">&lt;y&gt;</var></code> &quot;c&quot;',
    );
  });
  test("leaves a lone backtick alone", () => {
    expect(richText("one ` only")).toBe("one ` only");
  });
});

describe("markBlanks", () => {
  test("marks placeholders, not redirections", () => {
    expect(markBlanks("kubectl get pod <pod> > out < in")).toBe(
      'kubectl get pod <var class="blank">&lt;pod&gt;</var> &gt; out &lt; in',
    );
  });
});

describe("whole words", () => {
  test("flags and words with dashes do not break", () => {
    expect(markBlanks("kubectl get-x --sort-by=.a-b -n x")).toBe(
      'kubectl <span class="whole">get-x</span> <span class="whole">--sort-by</span>=.a-b <span class="whole">-n</span> x',
    );
  });
});

describe("markVariables", () => {
  test("names variables without their types and unescapes braces", () => {
    expect(markVariables("Get {url:text}: {{}} {count}")).toBe(
      'Get <var class="blank">url</var>: {} <var class="blank">count</var>',
    );
  });
});
