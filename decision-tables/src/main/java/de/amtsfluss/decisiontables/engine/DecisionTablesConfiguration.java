package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.TableCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Deploys the tables of the class path at start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionTablesProperties.class)
class DecisionTablesConfiguration {

    @Bean
    TableRunner tableRunner(DecisionTablesProperties properties) {
        return new TableRunner(properties.timeLimit());
    }

    @Bean
    DecisionTrials decisionTrials(TableRunner runner, TableCheck check) {
        return new TableTrials(runner, check);
    }

    @Bean
    TableStore tableStore(DataSource application) {
        return new TableStore(application);
    }

    @Bean
    CurrentTables decisionTables(
            TableStore store, ResourcePatternResolver resources, TableCheck check, TableRunner runner)
            throws IOException {
        PastTables past =
                new PastTables((key, number) -> store.version(key, number).map(TableStore.Kept::file));
        return new CurrentTables(runner, past, TableDeployment.deploy(files(resources), store, check));
    }

    @Bean
    TableReleases decisionReleases(TableStore store, TableCheck check, CurrentTables tables) {
        return new TableReleases(store, check, tables);
    }

    @Bean
    TableRefresh tableRefresh(TableReleases releases, DecisionTablesProperties properties) {
        return new TableRefresh(releases, properties.refresh());
    }

    static List<TableFile> files(ResourcePatternResolver resources) throws IOException {
        List<TableFile> files = new ArrayList<>();
        for (Resource resource : resources.getResources("classpath*:tables/**/*.dmn")) {
            String url = resource.getURL().toString();
            String name = url.substring(url.lastIndexOf("/tables/") + 1);
            files.add(new TableFile(name, resource.getContentAsByteArray()));
        }
        files.sort(Comparator.comparing(TableFile::name));
        return files;
    }
}
