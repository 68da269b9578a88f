/** What the built CSS and JavaScript use that the oldest supported browsers lack, by MDN's tables. */
import bcd from '@mdn/browser-compat-data' with {type: 'json'};
import type {Identifier, SupportStatement} from '@mdn/browser-compat-data';
import {parse, type Node} from 'acorn';
import {parse as parseCss, walk, type CssNode} from 'css-tree';
import {FLOOR} from '../../src/tools/floor.ts';

/** Syntax that every browser of the floor reads, but for {@link LATER_SYNTAX}. */
const ECMA_VERSION = 2022;
/** Kinds of syntax of that year that one of them does not read. */
const LATER_SYNTAX: Readonly<Record<string, string>> = {StaticBlock: 'static {}'};
const LOOKBEHIND = /\(\?<[=!]/;

/** @returns The names of features as MDN has them, such as `css.selectors.has`, each once. */
export function beyondFloorInCss(css: string): string[] {
  const found = new Set<string>();
  const ask = (path: string, feature: Identifier | undefined) => {
    if (feature?.__compat && !isOnFloor(feature)) found.add(path);
  };
  const [properties, selectors, types, atRules] = [bcd.css['properties']!, bcd.css['selectors']!, bcd.css['types']!, bcd.css['at-rules']!];
  const askValue = (property: string, node: CssNode) => {
    // A value of a property that is reported itself says nothing new.
    if (node.type === 'Identifier' && !found.has(`css.properties.${property}`))
      ask(`css.properties.${property}.${node.name}`, properties[property]?.[node.name]);
    if (node.type === 'Function') for (const [path, feature] of named(types, 'css.types', node.name)) ask(path, feature);
  };
  walk(parseCss(css), function (node) {
    switch (node.type) {
      case 'Atrule':
        ask(`css.at-rules.${node.name}`, atRules[node.name]);
        break;
      case 'Feature':
        ask(`css.at-rules.media.${node.name}`, atRules['media']?.[node.name]);
        break;
      case 'FeatureRange':
        if (this.atrule?.name === 'media') ask('css.at-rules.media.range_syntax', atRules['media']?.['range_syntax']);
        break;
      case 'Declaration':
        if (this.atrule?.name === 'font-face') ask(`css.at-rules.font-face.${node.property}`, atRules['font-face']?.[node.property]);
        // Where a browser knows a property by a name with a prefix, that is beside it.
        else if (!css.includes(`-webkit-${node.property}:`)) ask(`css.properties.${node.property}`, properties[node.property]);
        break;
      case 'Identifier':
      case 'Function':
        if (this.declaration) askValue(this.declaration.property, node);
        break;
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        ask(`css.selectors.${node.name}`, selectors[node.name]);
        break;
      case 'NestingSelector':
        ask('css.selectors.nesting', selectors['nesting']);
        break;
    }
  });
  return [...found].sort();
}

/**
 * Goes by names: a method is reported where no object that the floor's browsers have has a method of its name.
 *
 * @returns The names of features as MDN has them, and of syntax, each once.
 * @throws SyntaxError if the script is written in words younger than {@link ECMA_VERSION}.
 */
export function beyondFloorInScript(script: string): string[] {
  const found = new Set<string>();
  for (const node of nodesOf(parse(script, {ecmaVersion: ECMA_VERSION, sourceType: 'module'}))) {
    const later = LATER_SYNTAX[node.type];
    if (later) found.add(later);
    if (node.type === 'Literal' && LOOKBEHIND.test(String(node.regex?.pattern ?? node.value))) found.add('lookbehind');
    if (node.type === 'TemplateElement' && LOOKBEHIND.test(String((node.value as {cooked: string}).cooked))) found.add('lookbehind');
    if (node.type === 'MemberExpression' && !node.computed) {
      const {object, property} = node as unknown as {object: AnyNode; property: AnyNode};
      const owner = object.type === 'Identifier' ? builtIn(object.name!) : undefined;
      for (const path of owner?.[`${property.name}_static`] || owner?.[property.name!] ? [] : laterMembers(property.name!)) found.add(path);
      const own = owner?.[`${property.name}_static`] ?? owner?.[property.name!];
      if (own?.__compat && !isOnFloor(own)) found.add(`${object.name}.${property.name}`);
    }
    if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      const {callee} = node as unknown as {callee: AnyNode};
      const feature = callee.type === 'Identifier' ? builtIn(callee.name!) : undefined;
      if (feature?.__compat && !isOnFloor(feature)) found.add(callee.name!);
    }
  }
  return [...found].sort();
}

interface AnyNode extends Node {
  readonly name?: string;
  readonly computed?: boolean;
  readonly regex?: {readonly pattern: string};
  readonly value?: unknown;
}

function* nodesOf(root: Node): Generator<AnyNode> {
  const left: AnyNode[] = [root as AnyNode];
  for (let node = left.pop(); node; node = left.pop()) {
    yield node;
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof (child as Node | null)?.type === 'string') left.push(child as AnyNode);
      }
    }
  }
}

function builtIn(name: string): Identifier | undefined {
  return own(bcd.javascript['builtins']!, name) ?? own(bcd.api, name) ?? own(bcd.api['Window']!, name);
}

function own(of: Identifier, name: string): Identifier | undefined {
  return Object.hasOwn(of, name) && name !== '__compat' ? of[name] : undefined;
}

/** Objects of the page that a script of ours may hold; a method of any other is a name of our own. */
const PAGE_OBJECTS =
  /^(?:Window|Document|Element|Node|NodeList|Range|Selection|Navigator|Location|History|Performance|Storage|Response|HTML\w*Element|SVG(?:A|SVG|Graphics|Geometry|TextContent)?Element|EventTarget|(?:UI|Mouse|Pointer|Touch|Wheel|Keyboard|Focus|Input|PageTransition|PopState|HashChange|Toggle)?Event|DOM\w+|CSSStyleDeclaration|FontFaceSet|\w+Observer\w*|AbortSignal|URL|URLSearchParams|TreeWalker|Text)$/;
/** Objects of the language. */
const LANGUAGE_OBJECTS =
  /^(?:Array|BigInt|Date|Error|Function|Intl|Iterator|JSON|Map|Math|Number|Object|Promise|Proxy|Reflect|RegExp|Set|String|Symbol|WeakMap|WeakRef|WeakSet)$/;

/** Their members by name. */
const MEMBERS = new Map<string, {readonly path: string; readonly isThere: boolean}[]>();
for (const [place, objects, held] of [
  ['javascript.builtins', bcd.javascript['builtins']!, LANGUAGE_OBJECTS],
  ['api', bcd.api, PAGE_OBJECTS],
] as const) {
  for (const object of Object.keys(objects).filter((name) => held.test(name))) {
    for (const [key, member] of Object.entries(objects[object]! as Record<string, Identifier>)) {
      if (key === '__compat') continue;
      const name = key.replace(/_(?:static|event)$/, '');
      MEMBERS.set(name, [...(MEMBERS.get(name) ?? []), {path: `${place}.${object}.${key}`, isThere: isOnFloor(member)}]);
    }
  }
}

/** Empty where one of the objects with such a member is old enough, or none has it: then it is a name of our own. */
function laterMembers(name: string): string[] {
  const all = MEMBERS.get(name) ?? [];
  return all.some(({isThere}) => isThere) ? [] : all.slice(0, 1).map(({path}) => path);
}

function* named(of: Identifier, path: string, name: string): Generator<readonly [string, Identifier]> {
  for (const [key, child] of Object.entries(of as Record<string, Identifier>)) {
    if (key === '__compat') continue;
    if (key === name) yield [`${path}.${key}`, child];
    else yield* named(child, `${path}.${key}`, name);
  }
}

function isOnFloor({__compat}: Identifier): boolean {
  return FLOOR.every(({name, version}) => {
    const statements = __compat?.support[name];
    return statements !== undefined && [statements].flat().some((statement) => isSince(statement as SupportStatement & object, version));
  });
}

function isSince(statement: SupportStatement, version: string): boolean {
  if (Array.isArray(statement)) return statement.some((one) => isSince(one, version));
  const {version_added: added, flags, prefix, alternative_name: other, version_removed: removed} = statement;
  if (flags || prefix || other || typeof added !== 'string' || added === 'preview') return false;
  if (typeof removed === 'string' && compared(removed, version) <= 0) return false;
  return compared(added.replace('≤', ''), version) <= 0;
}

function compared(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let i = 0; i < Math.max(left!.length, right!.length); i++) {
    const difference = (left![i] ?? 0) - (right![i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
