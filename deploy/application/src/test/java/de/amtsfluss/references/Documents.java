package de.amtsfluss.references;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** The documents that workers make; their type is a secret of the module, so it is named as text. */
final class Documents {

    private static final String TYPE = "de.amtsfluss.workers.documents.DocumentTemplate";

    private Documents() {}

    /** The class of each document by its name. */
    static Map<String, String> ofTheApplication() {
        var type = ClassUtils.resolveClassName(TYPE, null);
        var name = ClassUtils.getMethod(type, "name");
        return Worker.instances(type, "de.amtsfluss.workers").stream()
                .collect(Collectors.toMap(
                        template -> name(name, template),
                        template -> template.getClass().getSimpleName()));
    }

    private static String name(Method name, Object template) {
        ReflectionUtils.makeAccessible(name);
        return String.valueOf(ReflectionUtils.invokeMethod(name, template));
    }
}
