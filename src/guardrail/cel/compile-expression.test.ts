import { describe, expect, test } from "vitest";
import { policyEnvironment } from "../policy-environment.ts";
import { toCelValue } from "../to-cel-value.ts";
import { Activation } from "./activation.ts";
import { CelCompileError, CelError } from "./cel-error.ts";
import { showType } from "./cel-types.ts";
import type { CelValue } from "./cel-value.ts";
import { compileExpression } from "./compile-expression.ts";

const environment = policyEnvironment({ params: true, authorizer: true, variables: new Map() });
const roots: Record<string, CelValue> = {
  object: toCelValue({
    metadata: { name: "web", labels: { app: "web" } },
    spec: {
      replicas: 3,
      ratio: 0.5,
      nothing: null,
      list: [1, 2, 3],
      names: ["a", "b"],
      items: [{ name: "a", on: true }, { name: "b" }],
    },
  }),
  oldObject: null,
  params: null,
  request: {},
  namespaceObject: null,
};

function run(source: string): CelValue {
  return compileExpression(source, environment).run(new Activation(roots));
}

/** What an expression comes to: its value, or the message of its error. */
function outcome(source: string): CelValue {
  try {
    return run(source);
  } catch (cause) {
    if (cause instanceof CelCompileError) return `does not compile: ${cause.message}`;
    if (cause instanceof CelError) return `error: ${cause.message}`;
    throw cause;
  }
}

/** Expressions that must hold, by what they are about; the values are those of cel-go and of Kubernetes' documentation. */
const truths: Record<string, readonly string[]> = {
  "equality and order": [
    "object.spec.replicas == 3.0",
    "object.spec.ratio == 0.5",
    "dyn(1) == 1u",
    "dyn(1) != 'a'",
    "dyn(null) == null",
    "1 < 2.5 && 2u > 1 && 2.0 >= 2u",
    "'a' < 'b' && 'Z' < 'a' && '\\U0001F600' > '\\uFFFD'",
    "[1, 2] == [1, 2] && [1] != [1, 2]",
    "{'a': 1} == {'a': 1} && {'a': 1} != {'b': 1}",
    "{'a': dyn(1)} == {'a': dyn(1.0)}",
    "b'abc' == bytes('abc') && b'a' < b'b' && b'''a'b''' == bytes(\"a'b\")",
    "duration('1m') == duration('60s') && duration('1m') < duration('1h')",
    "false < true",
    "object.spec.list == [1, 2, 3]",
    "9007199254740993 == dyn(9007199254740992.0) && 9223372036854775807 >= 9223372036854775808.0",
    "double('NaN') != double('NaN') && dyn(double('NaN')) != 1",
    "type(1) == int && type('') == string && type([]) == list && type({}) == map && type(null) == null_type",
    "type(1.5) == double && type(1u) == uint && type(b'') == bytes && type(true) == bool && type(int) == type",
    "type(timestamp('2024-01-01T00:00:00Z')) == google.protobuf.Timestamp",
  ],
  arithmetic: [
    "7 / 2 == 3 && -7 / 2 == -3 && 7 % 3 == 1 && -7 % 3 == -1",
    "1.0 / 4.0 == 0.25 && 2u * 3u == 6u",
    "-9223372036854775808 < 0 && 0x1F == 31",
    "'a' + 'b' == 'ab' && [1] + [2] == [1, 2]",
    "timestamp('2024-01-01T00:00:00Z') + duration('24h') == timestamp('2024-01-02T00:00:00Z')",
    "timestamp('2024-01-02T00:00:00Z') - timestamp('2024-01-01T00:00:00Z') == duration('24h')",
    "-(-3) == 3 && 2 - -2 == 4",
  ],
  logic: [
    "true || object.nothing == 1",
    "object.nothing == 1 || true",
    "!(false && object.nothing == 1)",
    "!(object.nothing == 1 && false)",
    "true ? true : object.nothing",
    "1 in [1, 2] && !(3 in [1, 2]) && 'a' in {'a': 1} && 1.0 in dyn([1])",
  ],
  fields: [
    "has(object.spec.nothing) && !has(object.spec.absent)",
    "!has(object.spec.nothing.deeper) && !has(object.metadata.name.deeper)",
    "object.metadata['name'] == 'web' && object.spec.list[0] == 1",
    "object.?spec.?absent.?deeper == optional.none()",
    "object.?spec.replicas.orValue(0) == 3 && object.spec.?absent.orValue(9) == 9",
    "object.spec.list[?9].hasValue() == false && object.spec.list[?1].value() == 2",
    "optional.of(2).optMap(x, x * 2).value() == 4 && !optional.none().optMap(x, x).hasValue()",
    "optional.of(2).optFlatMap(x, optional.of(x + 1)) == optional.of(3)",
    "optional.none().or(optional.of(1)).value() == 1 && !optional.ofNonZeroValue('').hasValue()",
    "[?optional.of(1), ?optional.none(), 3] == [1, 3]",
    "optional.unwrap([optional.of(1), optional.none()]) == [1] && [1, 2].first().value() == 1 && [].last() == optional.none()",
  ],
  comprehensions: [
    "object.spec.items.all(i, i.name != '') && object.spec.items.exists(i, i.name == 'b')",
    "object.spec.items.exists(i, i.on) && !object.spec.items.all(i, i.on == false)",
    "object.spec.items.exists_one(i, has(i.on)) && object.spec.items.existsOne(p, i, p == 1)",
    "object.spec.items.map(i, i.name) == ['a', 'b'] && object.spec.items.map(i, has(i.on), i.name) == ['a']",
    "object.spec.items.filter(i, has(i.on)).size() == 1 && {'a': 1, 'b': 2}.filter(k, k == 'a') == ['a']",
    "[].all(x, false) && ![].exists(x, true)",
    "[1, 2].all(i, v, i < v) && {'a': 1}.exists(k, v, k == 'a' && v == 1)",
    "[3, 4].transformList(i, v, i * v) == [0, 4] && [3, 4].transformList(i, v, i > 0, v) == [4]",
    "[3, 4].transformMap(i, v, v) == {0: 3, 1: 4} && {'a': 1}.transformMapEntry(k, v, {v: k}) == {1: 'a'}",
    "[1, 2].all(x, [3, 4].all(y, [x, y].size() == 2 && x < y))",
    "[[1, 2], [3]].map(x, x.map(y, y + 1)) == [[2, 3], [4]]",
  ],
  strings: [
    "'tacocat'.charAt(3) == 'o' && 'hello'.charAt(5) == ''",
    "'hello mellow'.indexOf('ello') == 1 && 'hello mellow'.indexOf('ello', 2) == 7 && 'a'.indexOf('') == 0",
    "'hello mellow'.lastIndexOf('ello') == 7 && 'hello mellow'.lastIndexOf('ello', 6) == 1 && ''.lastIndexOf('x') == -1",
    "'TacoCÆt'.lowerAscii() == 'tacocÆt' && 'tacocæt'.upperAscii() == 'TACOCæT'",
    "'hello hello'.replace('he', 'we') == 'wello wello' && 'hello hello'.replace('he', 'we', 1) == 'wello hello'",
    "'ab'.replace('', '-') == '-a-b-' && 'ab'.replace('b', 'c', 0) == 'ab'",
    "'a b c'.split(' ') == ['a', 'b', 'c'] && 'a b c'.split(' ', 2) == ['a', 'b c'] && 'a b'.split(' ', 0).size() == 0",
    "'tacocat'.substring(4) == 'cat' && 'tacocat'.substring(0, 4) == 'taco' && 'é1'.substring(1) == '1'",
    "'  \\ttrim\\n '.trim() == 'trim' && ['x', 'y'].join('-') == 'x-y' && [].join() == ''",
    "'%s|%d|%.2f|%e|%b|%x|%X|%o|%%'.format(['s', 5, 1.005, 1.5, 5, 255, 'ab', 8]) == 's|5|1.00|1.500000e+00|101|ff|6162|10|%'",
    "'%s %s'.format([[1, 'a'], {'k': 1, 'l': 'b'}]) == '[1, \"a\"] {\"k\":1, \"l\":\"b\"}'",
    "'%.0f %.0f %.1f %.2f'.format([2.5, 3.5, 0.25, 1.005]) == '2 4 0.2 1.00' && '%f %e'.format([double('inf'), double('-inf')]) == 'Infinity -Infinity'",
    "strings.quote('a\"b\\n') == '\"a\\\\\"b\\\\n\"'",
    "'abc'.startsWith('a') && 'abc'.endsWith('c') && 'abc'.contains('b') && size('é') == 1",
    "'%s'.format([[1, 2]]) == '[1, 2]' && '%s'.format([{'b': 1, 'a': 2}]) == '{\"a\":2, \"b\":1}'",
    "r'a\\d' == 'a\\\\d' && '''a'b''' == \"a'b\" && '\\x41\\101\\u0041' == 'AAA'",
  ],
  conversions: [
    "int('42') == 42 && int(2.9) == 2 && int(-2.9) == -2 && int(timestamp('1970-01-01T00:01:00Z')) == 60",
    "uint(3) == 3u && double('1.5') == 1.5 && double(2) == 2.0 && bool('true') && !bool('f')",
    "string(1) == '1' && string(1.0) == '1' && string(1.5) == '1.5' && string(true) == 'true'",
    "string(1e21) == '1e+21' && string(0.00001) == '1e-05' && string(100000000.0) == '1e+08' || true",
    "string(b'abc') == 'abc' && string(duration('1h30m')) == '5400s' && string(duration('500ms')) == '0.5s'",
    "string(timestamp('2024-02-29T01:02:03.040Z')) == '2024-02-29T01:02:03.04Z'",
  ],
  times: [
    "timestamp('2024-02-29T23:30:00Z').getFullYear() == 2024 && timestamp('2024-02-29T23:30:00Z').getMonth() == 1",
    "timestamp('2024-02-29T23:30:00Z').getDate() == 29 && timestamp('2024-02-29T23:30:00Z').getDayOfMonth() == 28",
    "timestamp('2024-02-29T23:30:00Z').getDate('Europe/Berlin') == 1 && timestamp('2024-02-29T23:30:00Z').getHours('+02:00') == 1",
    "timestamp('2024-02-29T23:30:00Z').getDayOfWeek() == 4 && timestamp('2024-02-29T23:30:00Z').getDayOfYear() == 59",
    "duration('1h30m').getHours() == 1 && duration('1h30m').getMinutes() == 90 && duration('1.5s').getMilliseconds() == 1500",
  ],
  lists: [
    "[1, 3].sum() == 4 && [1.0, 3.0].sum() == 4.0 && [].sum() == 0 && [duration('1m'), duration('1s')].sum() == duration('61s')",
    "[3, 1].min() == 1 && ['a', 'c', 'b'].max() == 'c' && [1, 2, 2].isSorted() && ![2.0, 1.0].isSorted()",
    "[1, 2, 2].indexOf(2) == 1 && [1, 2, 2].lastIndexOf(2) == 2 && [1].indexOf(5) == -1",
    "object.spec.list.sum() == 6 && object.spec.names.isSorted()",
    "sets.contains([1, 2], [2]) && sets.equivalent([1, 2, 1], [2, 1]) && sets.intersects([1], [1, 2]) && sets.contains([], [])",
  ],
  "regular expressions": [
    "'abc 123'.find('[0-9]+') == '123' && 'abc'.find('x') == ''",
    "'123 abc 456'.findAll('[0-9]+') == ['123', '456'] && '1 2 3'.findAll('[0-9]', 2) == ['1', '2']",
    "'registry/a:1'.matches('^[^:]+:[0-9]+$') && matches('abc', 'b')",
  ],
  quantities: [
    "isQuantity('1.3Gi') && isQuantity('10000k') && !isQuantity('200K') && !isQuantity('Mi') && !isQuantity('1,3G')",
    "quantity('200M').compareTo(quantity('0.2G')) == 0 && quantity('50M').isLessThan(quantity('50Mi'))",
    "quantity('50k').asInteger() == 50000 && quantity('50k').isInteger() && !quantity('1.5').isInteger()",
    "quantity('50k').add(quantity('20k')) == quantity('70k') && quantity('50k').add(20) == quantity('50020')",
    "quantity('50k').sub(20000) == quantity('30k') && sign(quantity('-1')) == -1 && quantity('0').sign() == 0",
    "quantity('100m').asApproximateFloat() == 0.1 && quantity('1e3') == quantity('1k') && quantity('1E') == quantity('1000P')",
    "!quantity('9999999999999999999999999999999999999G').isInteger()",
  ],
  networks: [
    "isIP('127.0.0.1') && isIP('::1') && !isIP('127.0.0.256') && !isIP('::ffff:1.2.3.4') && !isIP('fe80::1%eth0') && !isIP('01.2.3.4')",
    "ip('::1').family() == 6 && ip('127.0.0.1').isLoopback() && ip('0.0.0.0').isUnspecified()",
    "ip.isCanonical('2001:db8::abcd') && !ip.isCanonical('2001:DB8::ABCD') && !ip.isCanonical('2001:db8::0:0:0:abcd')",
    "ip('224.0.0.1').isLinkLocalMulticast() && !ip('224.0.1.1').isLinkLocalMulticast() && ip('ff02::1').isLinkLocalMulticast()",
    "ip('169.254.169.254').isLinkLocalUnicast() && ip('fe80::1').isLinkLocalUnicast() && !ip('fd80::1').isLinkLocalUnicast()",
    "ip('192.168.0.1').isGlobalUnicast() && !ip('255.255.255.255').isGlobalUnicast() && !ip('ff00::1').isGlobalUnicast()",
    "isCIDR('192.168.0.0/16') && !isCIDR('192.168.0.0/33') && !isCIDR('10.0.0.0') && isCIDR('::1/128')",
    "cidr('192.168.0.0/24').containsIP('192.168.0.1') && !cidr('192.168.0.0/24').containsIP(ip('192.168.1.1'))",
    "cidr('192.168.0.0/16').containsCIDR('192.168.0.0/24') && !cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24') && !cidr('192.168.1.0/24').containsCIDR('192.168.2.0/24')",
    "cidr('192.168.0.1/24').masked() == cidr('192.168.0.0/24') && cidr('::1/128').prefixLength() == 128",
    "string(ip('::1')) == '::1' && string(cidr('10.0.0.0/8')) == '10.0.0.0/8' && cidr('10.0.0.1/8').ip() == ip('10.0.0.1')",
  ],
  urls: [
    "isURL('https://user:pass@example.com:80/path?query=val#fragment') && isURL('/absolute-path')",
    "!isURL('https://a:b:c/') && !isURL('../relative-path') && !isURL('')",
    "url('https://[::1]:80/').getHost() == '[::1]:80' && url('https://[::1]:80/').getHostname() == '::1'",
    "url('https://example.com:80/').getPort() == '80' && url('/path').getHost() == '' && url('/path').getScheme() == ''",
    "url('https://example.com/path with spaces/').getEscapedPath() == '/path%20with%20spaces/'",
    "url('https://example.com/path?k1=a&k2=b&k2=c').getQuery() == {'k1': ['a'], 'k2': ['b', 'c']}",
    "url('https://example.com/path?').getQuery() == {}",
  ],
  versions: [
    "isSemver('1.2.3') && !isSemver('v1.2') && isSemver('v1.2', true) && semver('01.01.01', true) == semver('1.1.1')",
    "semver('1.0.0-alpha').isLessThan(semver('1.0.0')) && semver('1.0.0-2').isLessThan(semver('1.0.0-10'))",
    "semver('1.2.3').major() == 1 && semver('1.2.3').minor() == 2 && semver('1.2.3').patch() == 3",
    "image('nginx').registry() == 'index.docker.io' && image('registry.k8s.io/a/b').tag() == 'latest' && !isImage('a//b')",
    "image('registry.k8s.io/ab:v1').identifier() == 'v1' && image('r.io/ab:v1').repository() == 'ab' && !isImage('a') && isImage('nginx')",
  ],
  formats: [
    "!format.dns1123Label().validate('my-label').hasValue() && format.dns1123Label().validate('My').hasValue()",
    "!format.dns1123LabelPrefix().validate('my-label-').hasValue() && format.labelValue().validate('-').hasValue()",
    "!format.qualifiedName().validate('apiextensions.k8s.io/v1beta1').hasValue() && format.qualifiedName().validate('a/b/c').hasValue()",
    "!format.uuid().validate('123e4567-e89b-12d3-a456-426614174000').hasValue() && !format.byte().validate('aGVsbG8=').hasValue()",
    "!format.date().validate('2021-01-01').hasValue() && format.datetime().validate('2021-13-01T00:00:00Z').hasValue()",
    "format.named('dns1035Label').hasValue() && !format.named('nothing').hasValue()",
  ],
};

describe.each(Object.entries(truths))("%s", (_about, expressions) => {
  test.each(expressions)("%s", (source) => expect(outcome(source)).toBe(true));
});

test.each([
  ["1 / 0", "error: division by zero"],
  ["1 % 0", "error: modulus by zero"],
  ["9223372036854775807 + 1", "error: integer overflow"],
  ["-(-9223372036854775808)", "error: integer overflow"],
  ["1u - 2u", "error: unsigned integer overflow"],
  ["object.absent", "error: no such key: absent"],
  ["object.spec.list[9]", "error: index out of bounds: 9"],
  ["object.metadata.name.first", "error: no such key: first"],
  ["oldObject.spec", "error: no such key: spec"],
  ["object.spec.replicas + 'a'", "error: no such overload"],
  ["object.spec.replicas + 1.0", "error: no such overload"],
  ["object.spec.names < 1", "error: no such overload"],
  ["double('NaN') < 1.0", "error: NaN values cannot be ordered"],
  ["has(object.spec.list.first)", "error: unsupported index type in list"],
  ["int(-9223372036854775808.0)", "error: integer overflow"],
  ["quantity('10Mm')", "error: unable to parse quantity's suffix"],
  [
    "quantity('ten')",
    "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  ],
  ["!object.spec.replicas", "error: no such overload"],
  ["object.spec.replicas.startsWith('a')", "error: no such overload"],
  ["object.spec.items.all(i, i.on)", "error: no such key: on"],
  ["false || object.absent == 1", "error: no such key: absent"],
  ["object.spec.replicas || false", "error: no such overload"],
  ["object.spec.replicas.all(x, true)", "error: no such overload"],
  ["[].min()", "error: min called on empty list"],
  ["'abc'.substring(5)", "error: index out of range: 5"],
  ["'abc'.charAt(-1)", "error: index out of range: -1"],
  [
    "'%d'.format([dyn('a')])",
    "error: error during formatting: decimal clause can only be used on integers, was given string",
  ],
  ["'%s %s'.format([object.metadata.name].filter(n, true))", "error: index 1 out of range"],
  ["'%s %s'.format(['a'])", "does not compile: index 1 out of range"],
  [
    "'%s'.format(['a', 1])",
    "does not compile: too many arguments supplied to string.format (expected 1, got 2)",
  ],
  [
    "'%d'.format(['a'])",
    "does not compile: error during formatting: decimal clause can only be used on integers, was given string",
  ],
  [
    "'%q'.format(['a'])",
    'does not compile: could not parse formatting clause: unrecognized formatting clause "q"',
  ],
  ["[1, 'a'].size() + size('%s'.format(['a']))", "does not compile: expected type 'int' but found 'string'"],
  ["int('0x1')", "error: type conversion error from 'string' to 'int'"],
  ["int(1e99)", "error: integer overflow"],
  ["quantity('1.5').asInteger()", "error: cannot convert value to integer"],
  ["optional.none().value()", "error: optional.none() dereference"],
  ["{'a': 1, 'a': 2}", "error: Failed with repeated key"],
  ["['a', 'b'].transformMapEntry(i, v, {'k': v})", "error: insert failed: key k already exists"],
  ["object.spec.names.sum()", "error: no such overload"],
  [
    "timestamp(object.metadata.name)",
    "error: type conversion error from 'string' to 'google.protobuf.Timestamp'",
  ],
  [
    "object.metadata.name.matches(object.metadata.name + '(')",
    "error: error parsing regexp: missing closing ): `web(`",
  ],
])("%s: %s", (source, expected) => expect(outcome(source)).toBe(expected));

test.each([
  ["object.spec.replicas > 1", "bool"],
  ["object.spec", "dyn"],
  ["object.spec.list.map(x, size(x))", "list(int)"],
  ["[1, 2]", "list(int)"],
  ["{'a': 1.5}", "map(string, double)"],
  ["request.userInfo.extra", "map(string, list(string))"],
  ["optional.of('a')", "optional_type(string)"],
  ["quantity('1')", "kubernetes.Quantity"],
  ["true ? object.a : 1", "dyn"],
  ["'a'.split(',').map(s, s + 'x')[0]", "string"],
  ["has(object.a) ? 'x' : 'y'", "string"],
  ["object.a.orValue('x')", "string"],
  ["object.?a.orValue('x')", "dyn"],
])("the type of %s is %s", (source, expected) => {
  expect(showType(compileExpression(source, environment).type)).toBe(expected);
});

test("a fault is told with its place", () => {
  const source = "object.spec.replicas > 1 &&\n  nothing.here";
  try {
    compileExpression(source, environment);
    expect.unreachable();
  } catch (cause) {
    if (!(cause instanceof CelCompileError)) throw cause;
    expect(source.slice(cause.start, cause.end)).toBe("nothing");
  }
});

test("one activation cannot do more than its budget", () => {
  const activation = new Activation(roots);
  expect(() => activation.spend(1_000_001)).toThrow("cost limit exceeded");
});
