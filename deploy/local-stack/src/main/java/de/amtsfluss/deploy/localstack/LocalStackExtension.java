package de.amtsfluss.deploy.localstack;

import de.amtsfluss.deploy.localstack.LocalStackException.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts the parts named by {@link WithLocalStack} and keeps them until the JVM ends. */
final class LocalStackExtension implements BeforeAllCallback, ParameterResolver {

    private static final int FOLDERS = 8;

    // Surefire halts a JVM 30 s after its tests.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public void beforeAll(ExtensionContext context) {
        Set<Part> wanted = wanted(context);
        Shared.stack().start(wanted);
        // A server that only some classes ask for must not be found by the contexts of the others.
        Set<Part> found = EnumSet.noneOf(Part.class);
        Set<Part> hidden = EnumSet.noneOf(Part.class);
        Shared.stack().parts().stream()
                .map(RunningPart::part)
                .forEach(part -> (wanted.contains(part) || Part.servers().contains(part) ? found : hidden).add(part));
        Shared.stack().springProperties(hidden).keySet().forEach(System::clearProperty);
        Shared.stack().springProperties(found).forEach(System::setProperty);
    }

    private static Set<Part> wanted(ExtensionContext context) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), WithLocalStack.class, context.getEnclosingTestClasses())
                .ifPresent(annotation -> parts.addAll(List.of(annotation.value())));
        return parts;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStack.class;
    }

    @Override
    public LocalStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Shared.stack();
    }

    /** Spring closes its contexts in a hook of its own at the same time; they want their servers until then. */
    private static void awaitSpring() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("SpringApplicationShutdownHook"))
                .forEach(LocalStackExtension::await);
    }

    private static void await(Thread hook) {
        try {
            hook.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one stack of this JVM, built when a test first asks for it. */
    private static final class Shared {

        private static final LocalStack STACK = build();

        static LocalStack stack() {
            return STACK;
        }

        /** Two runs of the same tests, one in an editor perhaps, each take a folder of their own. */
        private static LocalStack build() {
            for (int folder = 1; folder < FOLDERS; folder++) {
                try {
                    return LocalStack.builder()
                            .state(Path.of("target", "local-stack", Integer.toString(folder)))
                            .fresh()
                            .freePorts()
                            .throwAway()
                            // Tours are made by the wall clock, and would come into other tests now and then.
                            .applicationProperty("amtsfluss.workers.touren.cron", "-")
                            .beforeEnd(LocalStackExtension::awaitSpring)
                            .progress(System.out::println)
                            .onDeath(death -> System.err.println(death.getMessage()))
                            .build();
                } catch (LocalStackException refusal) {
                    if (refusal.reason() != Reason.STATE_IN_USE) {
                        throw refusal;
                    }
                }
            }
            throw new LocalStackException(
                    Reason.STATE_IN_USE,
                    "Expected a free state folder below target/local-stack, but %d other runs hold one."
                            .formatted(FOLDERS - 1));
        }
    }
}
