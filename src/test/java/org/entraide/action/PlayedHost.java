package org.entraide.action;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entraide.doctor.Host;
import org.jspecify.annotations.NullMarked;

/** A machine that is in order until something is done to it. */
@NullMarked
public final class PlayedHost implements Host {

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private long room = Long.MAX_VALUE;
  private String fileSystem = "ext4";
  private Optional<String> obstacle = Optional.empty();

  PlayedHost(Path temporary) {
    properties.putAll(
        Map.of(
            "java.version", "17.0.1",
            "java.vendor", "Somebody",
            "os.name", "Linux",
            "os.version", "6.1",
            "os.arch", "amd64",
            "sun.jnu.encoding", "UTF-8",
            "java.io.tmpdir", temporary.toString()));
  }

  public void roomLeft(long bytes) {
    room = bytes;
  }

  public void lies(String type) {
    fileSystem = type;
  }

  public void systemd(String said) {
    units.put("entraide.service", said);
    units.putIfAbsent("entraide-once.timer", "LoadState=not-found\nActiveState=inactive\n");
  }

  public void timer(String said) {
    units.put("entraide-once.timer", said);
  }

  public void portTaken() {
    obstacle = Optional.of("Address already in use");
  }

  public void property(String key, String value) {
    properties.put(key, value);
  }

  @Override
  public long usableBytes(Path path) {
    return room;
  }

  @Override
  public String fileSystem(Path path) {
    return fileSystem;
  }

  @Override
  public String property(String key) {
    return properties.getOrDefault(key, "");
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Optional<String> unit(String name) {
    return Optional.ofNullable(units.get(name));
  }

  @Override
  public Optional<String> obstacle(String host, int port) {
    return obstacle;
  }
}
