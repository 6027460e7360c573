package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.file.Path;

/** HiveMQ CE as MQTT broker. */
record MqttServer(Site site) implements Server {

    private static final int HEAP = 96;

    /** An MQTT 3.1.1 CONNECT with a clean session and the client identifier {@code p}. */
    private static final byte[] CONNECT = {0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 10, 0, 1, 'p'};

    private static final int CONNACK = 0x20;

    @Override
    public Part part() {
        return Part.MQTT;
    }

    @Override
    public void prepare() {
        // The broker writes its configuration itself.
    }

    @Override
    public Command command() throws IOException {
        Path libraries = site.distribution().require(part(), "lib");
        return new JavaCommand(site.folder(part()), HEAP)
                .tunedFor(site)
                .temporaryFolder(site.emptyTemporaryFolder(part()))
                .startUpArchive(site.startUpArchive(part()), !site.throwAway())
                .allowUnsafe()
                .options("--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .options("--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
                .options("-XX:MaxDirectMemorySize=64m")
                .classPath(libraries + "/*", "de.amtsfluss.deploy.localstack.parts.MqttBroker")
                .arguments(
                        Integer.toString(site.port(Port.MQTT)),
                        site.folder(part()).toString())
                .build();
    }

    @Override
    public boolean isReady() throws IOException {
        byte[] answer = Probe.ask(site.port(Port.MQTT), CONNECT, 4);
        return answer.length == 4 && answer[0] == CONNACK && answer[3] == 0;
    }
}
