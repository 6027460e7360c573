package de.amtsfluss.references;

import de.amtsfluss.processes.JobHandler;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;

/**
 * What does the jobs of one type.
 *
 * @param name the class
 * @param jobType the type as written in the models
 * @param required the variables it cannot do without
 * @param optional the variables it takes if they are there
 * @param outputs the variables it gives the process
 */
record Worker(String name, String jobType, Set<String> required, Set<String> optional, Set<String> outputs) {

    /** All workers of the application. They are asked for their constants only, so nothing is passed to them. */
    static List<Worker> ofTheApplication() {
        return instances(JobHandler.class, "de.amtsfluss").stream()
                .map(Worker::of)
                .toList();
    }

    private static Worker of(JobHandler<?> handler) {
        var inputs = handler.inputType().getRecordComponents();
        return new Worker(
                handler.getClass().getSimpleName(),
                handler.jobType(),
                names(inputs, Predicate.not(Worker::isNullable)),
                names(inputs, Worker::isNullable),
                handler.outputs());
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Set<String> names(RecordComponent[] components, Predicate<RecordComponent> wanted) {
        return Arrays.stream(components)
                .filter(wanted)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }

    /** One object of each class of a type, made without its constructor. */
    static <T> List<T> instances(Class<T> type, String folder) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        var objenesis = new SpringObjenesis();
        return scanner.findCandidateComponents(folder).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .map(found -> type.cast(objenesis.newInstance(found)))
                .toList();
    }
}
