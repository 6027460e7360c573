package de.amtsfluss;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    final ApplicationModules modules = ApplicationModules.of(AmtsflussApplication.class);

    @Test
    void modulesKnowOnlyWhatTheyMay() {
        modules.verify();
    }

    @Test
    void onlyProcessesNamesTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.amtsfluss.processes..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.camunda..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("de.amtsfluss"));
    }

    @Test
    void drawsTheModules() {
        new Documenter(modules).writeDocumentation();
    }
}
