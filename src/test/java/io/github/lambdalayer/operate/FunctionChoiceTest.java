package io.github.lambdalayer.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.lambdalayer.layer.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionChoiceTest {

  private static FunctionChoice choice(String items) {
    return FunctionChoice.parse(Arrays.asList(items.split(",", -1)));
  }

  private static FunctionChoice.Candidate named(String name) {
    return new FunctionChoice.Candidate(name, Map::of);
  }

  private static FunctionChoice.Candidate tagged(String name, Map<String, String> tags) {
    return new FunctionChoice.Candidate(name, () -> tags);
  }

  @ParameterizedTest
  @CsvSource({
    "orders, true",
    "order, false",
    "orders-*, false",
    "o*s, true",
    "*, true",
    "tag:team=web, true",
    "tag:team=we*, true",
    "tag:team=app, false",
    "tag:none=*, false",
    "tag:a.b=c=d, true"
  })
  void aFunctionIsChosenByItsNameOrItsTags(String item, boolean isChosen) {
    var tags = Map.of("team", "web", "a.b", "c=d");

    assertThat(choice(item).matches(tagged("orders", tags))).isEqualTo(isChosen);
  }

  @Test
  void whatIsLeftOutIsLeftOutWhateverElseSays() {
    var choice = choice("*,orders,!o*");

    assertThat(choice.matches(named("orders"))).isFalse();
    assertThat(choice.names(named("orders"))).isFalse();
    assertThat(choice.matches(named("users"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!orders", "!o*", "!tag:team=web", "!tag:team=*", "!tag:none=*,!*s"})
  void whateverLeavesOutLeavesOutANameToo(String exclusions) {
    var choice = choice("orders,o*,tag:team=web," + exclusions);

    assertThat(choice.matches(tagged("orders", Map.of("team", "web")))).isFalse();
    assertThat(choice.names(tagged("orders", Map.of("team", "web")))).isFalse();
  }

  @Test
  void onlyNamesAreSurelyMeant() {
    var choice = choice("orders,users-*,tag:team=web");

    assertThat(choice.names(named("orders"))).isTrue();
    assertThat(choice.names(named("users-1"))).isFalse();
    assertThat(choice).hasToString("orders,users-*,tag:team=web");
  }

  @Test
  void whatChoosesNothingIsToldButForAll() {
    var choice = choice("orders,users,*,o*,x-*,tag:team=web,tag:team=app,!orders");
    var functions = List.of(tagged("orders", Map.of("team", "web")), named("mail"));

    assertThat(choice.vainNames(functions)).containsExactly("users");
    assertThat(choice.vainPatterns(functions)).containsExactly("x-*", "tag:team=app");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "tag:team", "tag:=web", "orders:1", "arn:aws:lambda", "!", ""})
  void whatIsNoneOfTheseIsRefused(String item) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> choice(item))
        .withMessageStartingWith("<functions> has '" + item + "'");
  }

  @Test
  void nothingChosenIsRefused() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FunctionChoice.parse(List.of()))
        .withMessageContaining("-DlambdaLayer.functions=");
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> choice("!orders"));
  }
}
