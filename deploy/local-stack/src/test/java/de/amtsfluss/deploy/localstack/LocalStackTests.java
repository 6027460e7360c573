package de.amtsfluss.deploy.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@WithLocalStack({Part.POSTGRESQL, Part.KAFKA})
class LocalStackTests {

    private final LocalStack stack;

    LocalStackTests(LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void postgresqlKeepsItsRowsAcrossAKill() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('Tonne')");
        }
        long before = stack.part(Part.POSTGRESQL).pid();

        stack.part(Part.POSTGRESQL).kill();
        assertThat(stack.part(Part.POSTGRESQL).isAlive()).isFalse();
        stack.part(Part.POSTGRESQL).restart();

        assertThat(stack.part(Part.POSTGRESQL).pid()).isNotEqualTo(before);
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Tonne");
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(
                System.getProperty("spring.datasource.url"),
                System.getProperty("spring.datasource.username"),
                System.getProperty("spring.datasource.password"));
    }

    @Test
    void kafkaKeepsItsRecordsAcrossAKill() throws Exception {
        Map<String, Object> servers =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, System.getProperty("spring.kafka.bootstrap-servers"));
        try (Admin admin = Admin.create(servers)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "Tonne")).get();
        }

        stack.part(Part.KAFKA).kill();
        stack.part(Part.KAFKA).restart();

        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("Tonne"));
        }
    }
}
