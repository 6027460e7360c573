package de.amtsfluss.forms.portal;

/** Makes JSON safe inside a script element, which ends at the first {@code </script} wherever that is. */
final class InScript {

    private InScript() {}

    static String of(String json) {
        return json.replace("<", "\\u003c");
    }
}
