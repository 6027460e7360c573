package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Objects;

/**
 * Loads Operaton apart from the other engines.
 *
 * <p>Operaton comes with a build of FEEL that has the names of the classes of Camunda's own, but another Scala inside,
 * so that the two cannot share a class path. What is Operaton's or FEEL's is loaded anew here, FEEL from that build.
 */
final class IsolatedClassLoader extends URLClassLoader {

    private static final List<String> OWN = List.of(
            "org.operaton.",
            "org.camunda.feel.",
            "camundajar.",
            "de.amtsfluss.deploy.benchmarks.decisiontables.OperatonEngine");

    private IsolatedClassLoader(URL feel, ClassLoader parent) {
        super(new URL[] {feel}, parent);
    }

    /** Starts Operaton. */
    static Engine operaton() {
        ClassLoader parent = IsolatedClassLoader.class.getClassLoader();
        URL feel = Objects.requireNonNull(parent.getResource("operaton/feel-engine-scala-shaded.jar"));
        try {
            return (Engine) new IsolatedClassLoader(feel, parent)
                    .loadClass("de.amtsfluss.deploy.benchmarks.decisiontables.OperatonEngine")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Expected to start Operaton's DMN engine, but it failed", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        if (findResource(file) != null) {
            return super.findClass(name);
        }
        try (InputStream stream = getParent().getResourceAsStream(file)) {
            if (stream == null || name.startsWith("org.camunda.feel.")) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = stream.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
