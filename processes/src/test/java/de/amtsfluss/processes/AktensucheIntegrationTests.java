package de.amtsfluss.processes;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class AktensucheIntegrationTests extends AktensucheContract {

    @Override
    void settle() {
        // What is written is found at once.
    }

    @Override
    boolean findsStems() {
        return true;
    }

    @Override
    long kept(Vorgang vorgang) {
        return jdbc.sql("select count(*) from suche.eintrag where vorgang_id = :vorgang")
                .param("vorgang", vorgang.id().value())
                .query(Long.class)
                .single();
    }
}
