package de.amtsfluss.workers.documents.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What letters may be made of: text, lists, tables, links and pictures of the letters' folders. Nothing that runs, and
 * nothing that is loaded from elsewhere.
 */
final class MarkupRules {

    private static final Set<String> ELEMENTS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "style",
            "body",
            "header",
            "main",
            "footer",
            "section",
            "div",
            "p",
            "span",
            "h1",
            "h2",
            "h3",
            "h4",
            "ol",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "a",
            "img",
            "strong",
            "em",
            "b",
            "i",
            "br",
            "hr",
            "address",
            "abbr",
            "small",
            "sup",
            "sub",
            "blockquote",
            "th:block");

    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "id",
            "lang",
            "title",
            "scope",
            "colspan",
            "rowspan",
            "span",
            "headers",
            "start",
            "type",
            "role",
            "name",
            "content",
            "charset",
            "alt",
            "width",
            "height",
            "xmlns",
            "xmlns:th");

    private static final Set<String> UNESCAPED = Set.of("th:utext", "data-th-utext");
    private static final Pattern LINK = Pattern.compile("(#|https://|mailto:|tel:).*", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.png");
    private static final Pattern LOADING = Pattern.compile("(?i)url\\s*\\(|@import|</|\\\\");

    private MarkupRules() {}

    static Optional<String> refusalOfElement(String element) {
        return ELEMENTS.contains(element)
                ? Optional.empty()
                : Optional.of("the element <%s> is not allowed in letters".formatted(element));
    }

    static Optional<String> refusalOfAttribute(String element, String attribute, String value) {
        if (UNESCAPED.contains(attribute) || attribute.startsWith("th:on")) {
            return Optional.of("%s is not allowed, since values must stay text".formatted(attribute));
        }
        if (attribute.startsWith("th:")
                || attribute.startsWith("aria-")
                || ATTRIBUTES.contains(attribute)
                || isLink(element, attribute, value)
                || isPicture(element, attribute, value)) {
            return Optional.empty();
        }
        return Optional.of("the attribute %s of <%s> is not allowed in letters%s"
                .formatted(
                        attribute,
                        element,
                        attribute.equals("src") ? ", only pictures of the letters' folders are" : ""));
    }

    static Optional<String> refusalOfText(String text) {
        return text.contains("[(")
                ? Optional.of("[(…)] is not allowed, since values must stay text")
                : Optional.empty();
    }

    static Optional<String> refusalOfStyle(String css) {
        var found = LOADING.matcher(css);
        return found.find()
                ? Optional.of("'%s' is not allowed in styles of letters"
                        .formatted(found.group().toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    private static boolean isLink(String element, String attribute, String value) {
        return element.equals("a")
                && attribute.equals("href")
                && LINK.matcher(value).matches();
    }

    private static boolean isPicture(String element, String attribute, String value) {
        return element.equals("img")
                && attribute.equals("src")
                && PICTURE.matcher(value).matches();
    }
}
