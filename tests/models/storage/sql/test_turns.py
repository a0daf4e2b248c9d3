from threading import Thread

from models.storage.sql.turns import Turns


def test_the_turn_comes_in_the_order_one_came():
    turns, order = Turns(), []

    def write(number):
        assert turns.take(60)
        order.append(number)
        turns.give_back()

    assert turns.take(60)
    threads = []
    for number in range(20):
        threads.append(Thread(target=write, args=(number,)))
        threads[-1].start()
        while turns.waiting == number:
            pass
    turns.give_back()
    for thread in threads:
        thread.join()
    assert order == list(range(20))
    assert turns.is_free


def test_who_has_waited_long_enough_goes_and_holds_up_nobody():
    turns = Turns()
    assert turns.take(0)
    assert not turns.take(0.001)
    assert turns.waiting == 0
    turns.give_back()
    assert turns.take(0)
