package org.entraide.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlLinesTest {

  private static final String TEXT =
      """
      # a comment with [brackets] and a = sign
      top = 1 # [not.a.table]
      [plain]
      a.b.c = "dotted"
      "quoted key" = 'one # no comment'
      many = \"""
      [looks.like]
      a = "table" \\\"""
      \"""
      literal = '''
      [also.not]
      ends in quotes '''''
      after = true
      inline = { x = 1, "y" = { z = "} # ]" } }
      list = [
        "one", # two = 2
        { in.list = 3 },
        [4,
         5],
      ]
      [ spaced . "and quoted" ]
      k=1
      [[items]]
      name = "first"
      [items.sub]
      deep = 1
      [[items]]
      name = "second"
        [items.sub]
        deep = 2
      [late.child]
      v = 1
      [late]
      w = 2
      """;

  private final TomlLines lines = TomlLines.of(TEXT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          top                         | 2
          plain                       | 3
          plain/a                     | 4
          plain/a/b                   | 4
          plain/a/b/c                 | 4
          plain/quoted key            | 5
          plain/many                  | 6
          plain/literal               | 10
          plain/after                 | 13
          plain/inline                | 14
          plain/inline/y/z            | 14
          plain/list                  | 15
          plain/list/[1]              | 16
          plain/list/[2]/in/list      | 17
          plain/list/[3]              | 18
          plain/list/[3]/[2]          | 19
          spaced/and quoted/k         | 22
          items/[1]/name              | 24
          items/[1]/sub/deep          | 26
          items/[2]                   | 27
          items/[2]/name              | 28
          items/[2]/sub/deep          | 30
          late/child/v                | 32
          late                        | 33
          late/w                      | 34
          """)
  void everyKeyIsFoundOnItsLine(String path, int line) {
    assertThat(lines.line(List.of(path.split("/")))).isEqualTo(line);
  }

  @Test
  void whatIsMissingIsToldAtItsTable() {
    assertThat(lines.line(List.of("items", "[2]", "absent"))).isEqualTo(27);
    assertThat(lines.line(List.of("absent"))).isEqualTo(1);
  }

  @Test
  void windowsLinesCountOnce() {
    TomlLines windows = TomlLines.of("a = 1\r\n\r\n[b]\r\nc = \"x\"\r\n");
    assertThat(windows.line(List.of("b", "c"))).isEqualTo(4);
  }

  @Test
  void aTextThatIsCutOffAnywhereEndsTheScanAndNotTheProgram() {
    for (int length = 0; length <= TEXT.length(); length++) {
      assertThat(TomlLines.of(TEXT.substring(0, length)).line(List.of("top"))).isLessThan(3);
    }
  }

  @Test
  void pathsAreWrittenAsInTheFile() {
    assertThat(TomlLines.dotted(List.of("campaigns", "Île de Ré", "delegates", "[2]", "email")))
        .isEqualTo("campaigns.\"Île de Ré\".delegates[2].email");
  }
}
