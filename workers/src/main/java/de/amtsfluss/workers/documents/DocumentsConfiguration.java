package de.amtsfluss.workers.documents;

import de.amtsfluss.workers.documents.template.LetterFiles;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the letters. */
@Configuration(proxyBeanMethods = false)
class DocumentsConfiguration {

    @Bean
    Letters letters(DocumentsProperties properties, Clock clock) {
        var folder = properties.templates();
        return new Letters(folder == null ? LetterFiles.delivered() : LetterFiles.replacedBy(folder), clock);
    }
}
