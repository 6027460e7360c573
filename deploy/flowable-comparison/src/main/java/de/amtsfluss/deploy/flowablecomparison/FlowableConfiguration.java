package de.amtsfluss.deploy.flowablecomparison;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flowable.common.engine.impl.AbstractEngineConfiguration;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.dmn.spring.SpringDmnEngineConfiguration;
import org.flowable.dmn.spring.configurator.SpringDmnEngineConfigurator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.repository.Deployment;
import org.flowable.eventregistry.spring.SpringEventRegistryEngineConfiguration;
import org.flowable.eventregistry.spring.configurator.SpringEventRegistryConfigurator;
import org.flowable.eventregistry.spring.kafka.KafkaChannelDefinitionProcessor;
import org.flowable.spring.ProcessEngineFactoryBean;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;

/** What a user of Flowable sets up for it: its engines on one database, and its channel on Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableKafka
class FlowableConfiguration {

    @Bean
    HikariDataSource dataSource(Servers servers, Channel channel) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(servers.database());
        pool.setUsername(servers.username());
        pool.setPassword(servers.password());
        pool.setSchema(channel.name());
        // A start that has to be unique may hold two connections.
        pool.setMaximumPoolSize(2 * channel.concurrency() + 2);
        return pool;
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> kafkaListenerContainerFactory(
            Servers servers, Taken taken) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers.kafka(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class)));
        factory.setRecordInterceptor(taken);
        return factory;
    }

    @Bean
    KafkaChannelDefinitionProcessor kafkaChannels(KafkaListenerEndpointRegistry endpoints) {
        var processor = new KafkaChannelDefinitionProcessor(new ObjectMapper());
        processor.setEndpointRegistry(endpoints);
        return processor;
    }

    @Bean
    SpringEventRegistryEngineConfiguration eventRegistry(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Channel channel,
            KafkaChannelDefinitionProcessor kafkaChannels) {
        var events = new SpringEventRegistryEngineConfiguration();
        events.setDataSource(dataSource);
        events.setTransactionManager(transactions);
        tables(events, channel);
        events.addChannelModelProcessor(kafkaChannels);
        return events;
    }

    @Bean
    SpringDmnEngineConfiguration decisions(
            DataSource dataSource, PlatformTransactionManager transactions, Channel channel) {
        var decisions = new SpringDmnEngineConfiguration();
        decisions.setDataSource(dataSource);
        decisions.setTransactionManager(transactions);
        tables(decisions, channel);
        decisions.setHistoryEnabled(false);
        decisions.setCreateDiagramOnDeploy(false);
        return decisions;
    }

    @Bean
    SpringProcessEngineConfiguration processes(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Channel channel,
            SpringEventRegistryEngineConfiguration eventRegistry,
            SpringDmnEngineConfiguration decisions) {
        var processes = new SpringProcessEngineConfiguration();
        processes.setDataSource(dataSource);
        processes.setTransactionManager(transactions);
        tables(processes, channel);
        processes.setHistoryLevel(HistoryLevel.NONE);
        processes.setAsyncExecutorActivate(false);
        processes.setCreateDiagramOnDeploy(false);
        processes.setDisableIdmEngine(true);
        processes.setIdGenerator(new StrongUuidGenerator());
        var events = new SpringEventRegistryConfigurator();
        events.setEventEngineConfiguration(eventRegistry);
        processes.setEventRegistryConfigurator(events);
        var tables = new SpringDmnEngineConfigurator();
        tables.setDmnEngineConfiguration(decisions);
        processes.addConfigurator(tables);
        return processes;
    }

    private static void tables(AbstractEngineConfiguration engine, Channel channel) {
        engine.setDatabaseSchema(channel.name());
        engine.setDatabaseSchemaUpdate(AbstractEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration processes) {
        var engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(processes);
        return engine;
    }

    @Bean
    DmnDecisionService decisionService(ProcessEngine built, SpringDmnEngineConfiguration decisions) {
        return decisions.getDmnDecisionService();
    }

    /** The models are there before the consumers start, which Spring does last. */
    @Bean
    Deployment models(ProcessEngine engine, Channel channel) throws IOException {
        var process = "models/container-leeren.bpmn20.xml";
        return engine.getRepositoryService()
                .createDeployment()
                .addString(process, started(new ClassPathResource(process), channel))
                .addClasspathResource("models/containerLeerung.dmn")
                .addClasspathResource("models/fuellstandGemessen.event")
                .addClasspathResource("models/fuellstaende.channel")
                .deploy();
    }

    private static String started(ClassPathResource process, Channel channel) throws IOException {
        var model = process.getContentAsString(StandardCharsets.UTF_8);
        return channel.unique() ? model.replace("startNewInstance", "storeAsUniqueReferenceId") : model;
    }
}
