package de.amtsfluss.processes.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModelCatalogTests {

    final ModelCatalog models = new ModelCatalog(new PathMatchingResourcePatternResolver());

    ModelCatalogTests() throws IOException {}

    @Test
    void knowsWhatPeopleReadAtAStep() {
        assertThat(models.name("container-leeren", "userTask_ContainerLeeren")).contains("Container leeren");
        assertThat(models.formId("container-leeren", "userTask_ContainerLeeren"))
                .contains("container-leeren");
        assertThat(models.documentation("container-leeren", "userTask_ContainerLeeren"))
                .hasValueSatisfying(text -> assertThat(text).startsWith("Bitte leeren Sie den Container"));
    }

    @Test
    void knowsNothingOfUnnamedAndForeignElements() {
        assertThat(models.name("container-leeren", "gateway_LeerungBeendet")).isEmpty();
        assertThat(models.name("container-leeren", "fehlt")).isEmpty();
        assertThat(models.name("fehlt", "userTask_ContainerLeeren")).isEmpty();
    }

    @Test
    void refusesAModelWithADoctype() {
        var hostile = """
                <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>""";

        assertThatThrownBy(() -> ModelReader.read(new ByteArrayInputStream(hostile.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Expected a BPMN model, but");
    }
}
