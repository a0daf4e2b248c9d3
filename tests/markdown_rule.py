"""Finds what pages give Streamlit to read as markdown that is neither ours nor made harmless.

Safe are our own literals, sentences without gaps, what `say` and `markdown_escaped` return, what is
annotated as Markdown, and what is put together of these.
"""

import ast
from functools import cache

# The methods whose first argument Streamlit reads as markdown.
READS = {"markdown", "write", "caption", "info", "success", "warning", "error", "toast", "metric"}
READS |= {"title", "header", "subheader", "expander", "popover", "tabs", "badge", "spinner"}
READS |= {"button", "link_button", "download_button", "form_submit_button", "toggle", "checkbox"}
READS |= {"radio", "selectbox", "multiselect", "pills", "segmented_control", "slider"}
READS |= {"text_input", "text_area", "number_input", "date_input", "file_uploader"}
NAMED = {"label", "body", "help", "text", "captions"}
# Of these the second argument is read as well, or instead.
SECOND = {"metric", "progress"}
# Whose options are markdown too, worded by `format_func`.
OPTIONS = {"radio", "pills", "segmented_control"}
# Messages in a language, and what is written to no page.
ELSEWHERE = ("words", "sys.", "protocol.")
TYPE = "Markdown"
MARKDOWN = {"say", "say_counted", "markdown_escaped", TYPE}
HARMLESS = MARKDOWN | {"len", "sum", "number", "quote"}


def unsafe_calls(tree, trees):
    """The places of a module that give Streamlit a text of others, each with its line.

    trees: all modules of the pages, of which it may call what is not private.
    """
    returned = annotations(trees) | annotations((tree,), private=True)
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    functions += [f for c in classes for f in c.body if isinstance(f, ast.FunctionDef)]
    rest = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for part in (*functions, ast.Module(rest, [])):
        scope = Scope(part, returned)
        promises = is_markdown(getattr(part, "returns", None))
        for node in ast.walk(part):
            markdown = texts(node) if isinstance(node, ast.Call) else []
            if promises and isinstance(node, ast.Return | ast.Yield):
                markdown = [node.value]
            if not all(map(scope.safe, markdown)):
                yield f"{node.lineno}: {ast.unparse(node)}"


def texts(call):
    """The arguments of a call that are read as markdown, or promised to be it.

    A plain sentence with markdown in its gaps is one itself: it would be escaped again.
    """
    if named(call.func)[0] in {"_", "ngettext"}:
        gaps = [argument.value for argument in call.keywords]
        return (
            [call] if any(named(getattr(gap, "func", gap))[0] in MARKDOWN for gap in gaps) else []
        )
    if isinstance(call.func, ast.Name):
        return call.args[:1] if call.func.id == TYPE else []
    method, receiver = named(call.func)
    if (
        receiver is None
        or ast.unparse(receiver).startswith(ELSEWHERE)
        or method not in READS | SECOND | {"page_link"}
    ):
        return []
    place = call.args[:1] if method in READS else []
    place += call.args[1:2] if method in SECOND else []
    wording = {argument.arg: argument.value for argument in call.keywords}
    worded = wording.get("format_func") if method in OPTIONS else None
    options = [worded.body] if isinstance(worded, ast.Lambda) else []
    return [*place, *options, *(wording[name] for name in NAMED & wording.keys())]


class Scope:
    """A function, or what stands outside of any, with the values that its names take."""

    def __init__(self, part, returned):
        self.values, self.returned = {}, returned
        for node in ast.walk(part):
            for name, value in bindings(node):
                self.values.setdefault(name, []).append(value)

    def safe(self, text):
        """Whether a text, or each of several, is ours or was made harmless."""
        check = CHECKS.get(type(text))
        return check is not None and check(self, text)

    def safe_name(self, name):
        return name.id in HARMLESS or all(map(self.safe, self.values.get(name.id, [None])))

    def safe_call(self, call):
        """Whether a call gives what is safe: by its name, its arguments or its annotation."""
        name, receiver = named(call.func)
        if name in {"_", "ngettext"}:
            kinds = ast.Constant | ast.Name | ast.Subscript | ast.IfExp
            return not call.keywords and isinstance(call.args[0], kinds)
        if name == "map":
            return self.safe(call.args[0])
        if name in {"filter", "list"}:
            return all(map(self.safe, call.args))
        if name in {"join", "capitalize", "lower", "values"}:
            return all(map(self.safe, (receiver, *call.args)))
        returns = self.returned.get(name, [None])
        return name in HARMLESS or all(map(is_markdown, returns))


def named(function):
    """The name of what is called, and what it is called on."""
    if isinstance(function, ast.Attribute):
        return function.attr, function.value
    return getattr(function, "id", ""), None


def bindings(node):
    """The names that a statement, loop or parameter binds, each with the text it stands for."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            yield from (
                (ast.unparse(name), value) for name, value in zip(names, values, strict=True)
            )
        case ast.Assign(targets=[target], value=value):
            yield ast.unparse(target), value
        case ast.NamedExpr(target=target, value=value) | ast.AugAssign(target=target, value=value):
            yield ast.unparse(target), value
        case ast.For(target=target, iter=items) | ast.comprehension(target=target, iter=items):
            names = [name.id for name in ast.walk(target) if isinstance(name, ast.Name)]
            counted = isinstance(items, ast.Call) and named(items.func)[0] == "enumerate"
            yield from ((name, items if len(names) == 1 else None) for name in names[counted:])
        case ast.arg(arg=name, annotation=annotation):
            yield name, ast.Constant("") if is_markdown(annotation) else None


def is_markdown(annotation):
    """Whether an annotation is of markdown, or of several pieces of it."""
    return annotation is not None and TYPE in ast.unparse(annotation)


def all_of(field):
    """A check that everything in a field of the syntax is safe."""
    return lambda scope, text: all(map(scope.safe, getattr(text, field)))


CHECKS = {
    ast.Constant: lambda _scope, _text: True,
    ast.JoinedStr: all_of("values"),
    ast.BoolOp: all_of("values"),
    ast.List: all_of("elts"),
    ast.Tuple: all_of("elts"),
    ast.FormattedValue: lambda scope, text: scope.safe(text.value),
    ast.Starred: lambda scope, text: scope.safe(text.value),
    ast.DictComp: lambda scope, text: scope.safe(text.value),
    ast.GeneratorExp: lambda scope, text: scope.safe(text.elt),
    ast.ListComp: lambda scope, text: scope.safe(text.elt),
    ast.BinOp: lambda scope, text: scope.safe(text.left) and scope.safe(text.right),
    ast.IfExp: lambda scope, text: scope.safe(text.body) and scope.safe(text.orelse),
    ast.Call: Scope.safe_call,
    ast.Name: Scope.safe_name,
}


@cache
def annotations(trees, *, private=False):
    """The name of each function of these modules -> what its definitions say they return."""
    returns = {}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("_") == private:
                returns.setdefault(node.name, []).append(node.returns)
    return returns
